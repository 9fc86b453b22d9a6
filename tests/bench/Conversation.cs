using System.Diagnostics;
using System.Runtime;
using System.Text.Json;
using Bench.Measuring;
using Bench.Workloads;

namespace Bench;

/// <summary>The lines that a measured process and the course tool exchange.</summary>
internal static class Conversation
{
    // Enough for the tiered compiler to replace the first code; it does so 100 ms after it last saw new methods.
    private const int WarmUpSteps = 5;

    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    public static void Run(IWorkload workload, int threads, double firstOperation)
    {
        var start = Stopwatch.GetTimestamp();
        workload.Step();
        var firstStep = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var compiled = JitInfo.GetCompilationTime().TotalMilliseconds;
        for (var i = 1; i < WarmUpSteps; i++)
            workload.Step();
        Say(new
        {
            Engine = "embedded",
            FlopsPerStep = workload.FlopsPerStep,
            PeakGflops = FmaPeak.Measure(threads),
            FirstOperationMs = firstOperation,
            FirstStepMs = firstStep,
            CompilationMs = compiled,
        });
        while (Console.ReadLine() is { } line)
            Say(Measure(workload, int.Parse(line)));
        Say(new { PeakRssMb = ProcessFacts.PeakMegabytes() });
    }

    public static void Say<T>(T message) => Console.WriteLine(JsonSerializer.Serialize(message, Format));

    private static object Measure(IWorkload workload, int steps)
    {
        var process = Process.GetCurrentProcess();
        var processor = process.TotalProcessorTime;
        var times = new double[steps];
        for (var i = 0; i < steps; i++)
        {
            var start = Stopwatch.GetTimestamp();
            workload.Step();
            times[i] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        }

        process.Refresh();
        return new { TimesMs = times, CpuMs = (process.TotalProcessorTime - processor).TotalMilliseconds / steps };
    }
}
