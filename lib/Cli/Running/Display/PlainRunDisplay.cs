using Notebooks.Running;

namespace Cli.Running.Display;

/// <summary>Plain lines, one a cell, for logs and pipes.</summary>
internal sealed class PlainRunDisplay(TextWriter output) : IRunDisplay
{
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task<NotebookRun> ShowAsync(string name, Func<IProgress<CellProgress>, Task<NotebookRun>> run)
    {
        output.WriteLine(name);
        var lines = new Lines(output);
        // A long cell says now and then that it is alive.
        await using var timer = new Timer(_ => lines.StillRunning(Heartbeat), null, Heartbeat, Heartbeat);
        return await run(lines);
    }

    public void Finished(ChapterRun chapter)
    {
        output.WriteLine($"{chapter.Chapter.Name}: {RunText.Outcome(chapter.Run)} in {RunText.Facts(chapter.Run)}");
        foreach (var figure in chapter.Run.Figures)
        {
            output.WriteLine($"  {figure.Name}: {figure.Value}");
        }

        output.Flush();
    }

    private sealed class Lines(TextWriter output) : IProgress<CellProgress>
    {
        private readonly Lock _gate = new();
        private CellProgress? _running;
        private DateTime _since;

        public void Report(CellProgress value)
        {
            lock (_gate)
            {
                _running = value.Finished is null ? value : null;
                _since = DateTime.UtcNow;
                if (value.Finished is { } cell)
                {
                    var mark = cell.Status == RunStatus.Passed ? " " : "!";
                    var times = $"at {RunText.Seconds(value.Elapsed)}, took {RunText.Seconds(cell.Elapsed)}";
                    output.WriteLine($"{mark} [{value.Number}/{value.Total}] {times}: {RunText.Shorten(value.FirstLine, 80)}");
                    output.Flush();
                }
            }
        }

        public void StillRunning(TimeSpan atLeast)
        {
            lock (_gate)
            {
                var time = DateTime.UtcNow - _since;
                if (_running is { } cell && time >= atLeast)
                {
                    var line = RunText.Shorten(cell.FirstLine, 80);
                    output.WriteLine($"  [{cell.Number}/{cell.Total}] still running after {RunText.Seconds(time)}: {line}");
                    output.Flush();
                }
            }
        }
    }
}
