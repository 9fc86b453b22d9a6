using System.Diagnostics;
using System.Text;

namespace Clients.Tests.Support;

/// <summary>Runs a program to its end.</summary>
public static class ClientProcess
{
    /// <summary>What the program wrote and how it ended.</summary>
    public sealed record Result(int ExitCode, string Output, string Error);

    /// <summary>Runs a program; after the limit it and its children are killed.</summary>
    /// <exception cref="TimeoutException">It took longer than the limit.</exception>
    public static async Task<Result> RunAsync(
        string program, IEnumerable<string> arguments, string folder, IEnumerable<KeyValuePair<string, string>> environment, TimeSpan limit)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var time = new CancellationTokenSource(limit);
        try
        {
            await process.WaitForExitAsync(time.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} took longer than {limit.TotalSeconds} s; it wrote:\n{await output}\n{await error}");
        }

        return new Result(process.ExitCode, await output, await error);
    }
}
