using System.Globalization;

namespace Cli.Bench;

/// <summary>Measurements as text, a row at a time, so that each shows as soon as it is there.</summary>
internal sealed class BenchTable(TextWriter output, bool withPyTorch)
{
    public void WriteHead()
    {
        var theirs = withPyTorch ? "   PyTorch ms  quartiles           MB   time  memory" : "";
        output.WriteLine($"{"workload",-16}{"median ms",10}  {"quartiles",-17}{"cpu ms",9}{"GFLOP/s",9}{"of peak",9}{"MB",7}{theirs}");
    }

    public void Write(WorkloadResult result)
    {
        var ours = result.Engine;
        var row = string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Workload,-16}{ours.MedianMs,10:F1}  {Quartiles(ours),-17}{ours.CpuMs,9:F1}{result.Gflops,9:F0}{result.PeakShare,9:P0}{ours.PeakRssMb,7:F0}");
        if (result.PyTorch is { } theirs)
        {
            row += string.Create(
                CultureInfo.InvariantCulture,
                $"{theirs.MedianMs,13:F1}  {Quartiles(theirs),-15}{theirs.PeakRssMb,7:F0}{result.TimeRatio,7:F2}{result.MemoryRatio,8:F2}");
        }

        output.WriteLine(row);
    }

    public void WriteFoot(IReadOnlyList<WorkloadResult> results)
    {
        if (results.Count == 0)
        {
            return;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\nPeak of multiply-adds in these processes: {results.Max(r => r.PeakGflops):F0} GFLOP/s. Process start to first tensor: {results.Max(r => r.FirstOperationMs):F0} ms at most."));
        if (withPyTorch)
        {
            output.WriteLine($"Compared with {results[0].PyTorch!.Engine}, in turn; time and memory are this engine's by PyTorch's, below 1 is better.");
        }
    }

    public void Write(ScalingResult scaling)
    {
        output.WriteLine("\nA training step of two transformer blocks of width 128 on 64 tokens, batch 16, with one size changed:");
        foreach (var sweep in scaling.Sweeps)
        {
            var points = sweep.Sizes.Zip(sweep.TimesMs, (size, time) => string.Create(CultureInfo.InvariantCulture, $"{size}: {time:F1} ms"));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  time ~ {sweep.Over}^{sweep.Exponent:F2} (operations ~ {sweep.Over}^{sweep.FlopsExponent:F2})   {string.Join(", ", points)}"));
        }

        var products = scaling.Products.Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Size}: {p.Gflops:F0}"));
        output.WriteLine($"Products of square matrices at and beside tile sizes, GFLOP/s: {string.Join(", ", products)}");
    }

    private static string Quartiles(Measurement times) =>
        string.Create(CultureInfo.InvariantCulture, $"{times.LowerQuartileMs:F1}-{times.UpperQuartileMs:F1}");
}
