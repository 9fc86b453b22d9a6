using System.Diagnostics;
using Cli.Repository;
using Notebooks.Packages;

namespace Cli.Bench;

/// <summary>The engine's side: tests/bench, built and run in a process for each workload.</summary>
internal sealed class BenchProgram(CourseRepository repository, string stack)
{
    private string Folder => Path.Combine(repository.Root, "tests", "bench");

    /// <summary>Builds the program; quick when nothing has changed.</summary>
    /// <exception cref="CourseException">It does not compile; the message holds the compiler's errors.</exception>
    public async Task BuildAsync(CancellationToken cancel)
    {
        var arguments = (string[])["build", Path.Combine(Folder, "Bench.csproj"), "--nologo", "-v", "q", "-clp:NoSummary", "-nodeReuse:false",
            $"-p:Stack={stack}"];
        var start = new ProcessStartInfo(DotnetHost.Path, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start) ?? throw new CourseException($"{DotnetHost.Path} does not start.");
        try
        {
            var error = process.StandardError.ReadToEndAsync(cancel);
            var output = await process.StandardOutput.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);
            if (process.ExitCode != 0)
            {
                var text = $"{output.Trim()}\n{(await error).Trim()}".TrimEnd();
                throw RestoreException.From(stack, text) ?? new CourseException($"tests/bench does not build:\n{text}");
            }
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    /// <summary>A process that holds a workload.</summary>
    public MeasuredProcess Start(string workload, int threads, string device) =>
        MeasuredProcess.Start(workload, DotnetHost.Path, [Path.Combine(Folder, "bin", "Bench.dll"), workload, $"{threads}", device], []);
}
