using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Notebooks.Packages;

/// <summary>Runs a program to its end and keeps what it said.</summary>
public static class ChildProcess
{
    /// <summary>
    /// Runs the program without input. Its output and errors come back in one text, in the order in which they came. A cancel kills it
    /// and everything it has started.
    /// </summary>
    /// <exception cref="Win32Exception">The program does not start.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static async Task<ProcessOutcome> RunAsync(
        string program, IEnumerable<string> arguments, string workingDirectory, CancellationToken cancel)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = workingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
            CreateNoWindow = true,
            Environment =
            {
                ["DOTNET_NOLOGO"] = "1",
                ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
                ["DOTNET_CLI_UI_LANGUAGE"] = "en",
                // A build server that outlives the program would hold its pipes open.
                ["MSBUILDDISABLENODEREUSE"] = "1",
            },
        };
        using var process = new Process { StartInfo = start };
        var said = new StringBuilder();
        void Keep(object sender, DataReceivedEventArgs line)
        {
            lock (said)
            {
                said.Append(line.Data).Append('\n');
            }
        }

        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.Start();
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        try
        {
            await process.WaitForExitAsync(cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        lock (said)
        {
            return new ProcessOutcome(process.ExitCode, said.ToString().Trim());
        }
    }
}
