using System.Globalization;
using Notebooks.Running;

namespace Cli.Running.Display;

/// <summary>The wording that both displays share.</summary>
internal static class RunText
{
    public static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";

    public static string Shorten(string line, int length) => line.Length <= length ? line : line[..(length - 1)] + "…";

    public static string Outcome(NotebookRun run) => run.Status switch
    {
        RunStatus.Passed => "passed",
        RunStatus.Failed => "failed",
        RunStatus.TimedOut => "timed out",
        _ => "stopped",
    };

    public static string Facts(NotebookRun run)
    {
        var facts = $"{Seconds(run.Elapsed)}, {run.Cells.Count} of {run.CodeCells} cells, {run.ChecksPassed} checks";
        facts += run.PeakMemoryBytes > 0 ? $", peak {run.PeakMemoryBytes / 1e6:0} MB" : "";
        return run.Exercises.Count == 0
            ? facts
            : $"{facts}, {run.Exercises.Count(proof => proof.Proven)} of {run.Exercises.Count} exercises proven";
    }
}
