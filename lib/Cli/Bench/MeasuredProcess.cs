using System.Diagnostics;
using System.Text.Json;

namespace Cli.Bench;

/// <summary>
/// A process that holds one workload and runs steps of it when told to: it reads a number of steps and answers with a line of JSON.
/// Between its turns it waits for input and takes no processor time.
/// </summary>
internal sealed class MeasuredProcess : IDisposable
{
    private readonly string name;
    private readonly Process process;
    private readonly Task<string> errors;

    private MeasuredProcess(string name, Process process)
    {
        this.name = name;
        this.process = process;
        errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts the process; <see cref="ReadAsync"/> then gives its first line.</summary>
    public static MeasuredProcess Start(string name, string program, IEnumerable<string> arguments, IEnumerable<KeyValuePair<string, string>> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (variable, value) in environment)
        {
            start.Environment[variable] = value;
        }

        return new MeasuredProcess(name, Process.Start(start) ?? throw new CourseException($"{program} does not start."));
    }

    /// <summary>Lets the process run a number of steps.</summary>
    public async Task<BenchMessage> RunAsync(int steps, CancellationToken cancel)
    {
        await process.StandardInput.WriteLineAsync(steps.ToString().AsMemory(), cancel);
        await process.StandardInput.FlushAsync(cancel);
        return await ReadAsync<BenchMessage>(cancel);
    }

    /// <summary>Tells the process that there is no more to do, and reads its last line.</summary>
    public Task<BenchMessage> FinishAsync(CancellationToken cancel)
    {
        process.StandardInput.Close();
        return ReadAsync<BenchMessage>(cancel);
    }

    /// <summary>Reads the next line.</summary>
    /// <exception cref="CourseException">The process has ended instead.</exception>
    public async Task<T> ReadAsync<T>(CancellationToken cancel) =>
        await process.StandardOutput.ReadLineAsync(cancel) is { } line
            ? JsonSerializer.Deserialize<T>(line, BenchJson.Lines)!
            : throw new CourseException($"the process that measures {name} ended: {LastLine(await errors)}");

    public void Dispose()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        process.Dispose();
    }

    private static string LastLine(string text) => text.TrimEnd().Split('\n')[^1] is { Length: > 0 } line ? line : "it gave no reason.";
}
