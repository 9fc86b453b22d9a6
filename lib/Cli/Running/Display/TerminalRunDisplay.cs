using Notebooks.Running;
using Spectre.Console;

namespace Cli.Running.Display;

/// <summary>A live bar for the notebook that runs, and a line for each that has ended.</summary>
internal sealed class TerminalRunDisplay : IRunDisplay
{
    public async Task<NotebookRun> ShowAsync(string name, Func<IProgress<CellProgress>, Task<NotebookRun>> run)
    {
        NotebookRun? result = null;
        await AnsiConsole.Progress()
            .AutoClear(true)
            .Columns(
                new SpinnerColumn(),
                new ProgressBarColumn { Width = 24 },
                new ElapsedTimeColumn(),
                new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(async screen =>
            {
                var task = screen.AddTask(Markup.Escape(name), maxValue: 1);
                result = await run(new Bar(task, name));
            });
        return result!;
    }

    public void Finished(ChapterRun chapter)
    {
        var (mark, color) = chapter.Succeeded ? ("✓", "green") : ("✗", "red");
        var result = $"{RunText.Outcome(chapter.Run)} in {RunText.Facts(chapter.Run)}";
        AnsiConsole.MarkupLineInterpolated($"[{color}]{mark}[/] [bold]{chapter.Chapter.Name}[/] {result}");
        foreach (var figure in chapter.Run.Figures)
        {
            AnsiConsole.MarkupLineInterpolated($"    [grey]{figure.Name}:[/] {figure.Value}");
        }
    }

    private sealed class Bar(ProgressTask task, string name) : IProgress<CellProgress>
    {
        public void Report(CellProgress value)
        {
            task.MaxValue = Math.Max(1, value.Total);
            task.Value = value.Finished is null ? value.Number - 1 : value.Number;
            task.Description = Markup.Escape($"{name} [{value.Number}/{value.Total}] {RunText.Shorten(value.FirstLine, 40)}");
        }
    }
}
