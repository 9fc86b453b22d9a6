using Cli.Repository;
using Cli.Running.Display;
using Cli.Running.Reports;
using Notebooks.Documents;
using Notebooks.Running;

namespace Cli.Running;

/// <summary>Runs chapters one after the other, writes what they give, and tells the user.</summary>
internal sealed class ChapterRunner(CourseContext context, RunSettings settings)
{
    private readonly IRunDisplay _display = context.IsTerminal ? new TerminalRunDisplay() : new PlainRunDisplay(context.Output);

    /// <summary>Runs the chapters and returns the exit code.</summary>
    public async Task<int> RunAsync(IReadOnlyList<Chapter> chapters, CancellationToken cancel)
    {
        // Read everything first: a broken last notebook should not cost the run of the others.
        var documents = chapters.Select(chapter => NotebookDocument.Load(chapter.Path)).ToList();
        var outputs = new OutputFolder(settings.OutputFolder, chapters);
        await new CourseLibrary(context.Repository, context.Stack).EnsureBuiltAsync(context.Error, cancel);

        var report = new RunReport(context.Stack);
        var runs = new List<ChapterRun>();
        for (var i = 0; i < chapters.Count && !cancel.IsCancellationRequested; i++)
        {
            var document = documents[i];
            var run = await _display.ShowAsync(
                chapters[i].Name, progress => context.Runner.RunAsync(document, settings.Options, progress, cancel));
            var chapter = new ChapterRun(chapters[i], run);
            runs.Add(chapter);
            outputs.Write(chapter.Chapter, ExecutedNotebook.AsRun(document, run));
            report.Add(chapter, context.Repository.Display(chapter.Chapter.Path));
            outputs.Write(report);
            _display.Finished(chapter);
            Explain(chapter);
            if (settings.Save && chapter.Succeeded)
            {
                Store(document, run);
            }
        }

        report.Finish(chapters.Skip(runs.Count), cancel.IsCancellationRequested);
        outputs.Write(report);
        ExportSite(documents, runs, chapters.Count);
        return Conclude(chapters, runs, cancel.IsCancellationRequested);
    }

    /// <summary>A site from half a run would mix figures of two states of the course, so it takes a run that passed.</summary>
    private void ExportSite(List<NotebookDocument> documents, List<ChapterRun> runs, int expected)
    {
        if (settings.Site is null)
        {
            return;
        }

        if (runs.Count < expected || !runs.TrueForAll(run => run.Succeeded))
        {
            context.Error.WriteLine("The site is not written, because not every notebook passed.");
            return;
        }

        settings.Site.Write([.. documents.Zip(runs, (document, run) =>
            NotebookDocument.Parse(ExecutedNotebook.ForStorage(document, run.Run), document.Path))]);
    }

    private void Store(NotebookDocument document, NotebookRun run)
    {
        var shown = context.Repository.Display(document.Path);
        if (!File.Exists(document.Path) || !File.ReadAllBytes(document.Path).AsSpan().SequenceEqual(document.ToBytes()))
        {
            context.Error.WriteLine($"{shown} was changed while it ran, so its outputs are not saved. Run it again.");
            return;
        }

        AtomicFile.Write(document.Path, ExecutedNotebook.ForStorage(document, run));
        context.Output.WriteLine($"  outputs saved in {shown}");
    }

    private void Explain(ChapterRun chapter)
    {
        var shown = context.Repository.Display(chapter.Chapter.Path);
        if (chapter.Run.Failure is { } failure)
        {
            var verb = chapter.Run.Status switch
            {
                RunStatus.TimedOut => "TIMED OUT",
                RunStatus.Cancelled => "STOPPED",
                _ => "FAILED",
            };
            context.Error.WriteLine($"{verb} {shown}, cell [{failure.Number}]: {failure.FirstLine}");
            var name = chapter.Run.Status == RunStatus.Failed ? $"{failure.ErrorName}: " : "";
            context.Error.WriteLine($"  {name}{failure.Message.TrimEnd().ReplaceLineEndings("\n  ")}");
            if (failure.Line is { } line)
            {
                context.Error.WriteLine($"  at line {line} of the cell: {failure.LineText}");
            }

            if (Environment.GetEnvironmentVariable(CourseApp.TraceVariable) is not null)
            {
                context.Error.WriteLine(string.Join('\n', failure.Traceback));
            }
        }

        foreach (var proof in chapter.Run.Exercises.Where(proof => !proof.Proven))
        {
            context.Error.WriteLine($"FAILED {shown}, exercise '{proof.Name}': {proof.Problem}");
        }
    }

    private int Conclude(IReadOnlyList<Chapter> chapters, List<ChapterRun> runs, bool cancelled)
    {
        var good = runs.Count(run => run.Succeeded);
        var place = context.Repository.Display(settings.OutputFolder);
        context.Output.WriteLine($"{good} of {chapters.Count} notebooks passed. Executed notebooks and report.json are in {place}.");
        if (!cancelled)
        {
            return good == chapters.Count ? ExitCode.Success : ExitCode.Failure;
        }

        var left = chapters.Skip(runs.Count).Select(chapter => chapter.Name).ToList();
        if (runs.LastOrDefault() is { Run.Status: RunStatus.Cancelled } last)
        {
            left.Insert(0, $"{last.Chapter.Name} (stopped in cell [{last.Run.Failure?.Number}])");
        }

        context.Error.WriteLine($"Stopped. Not run to the end: {string.Join(", ", left)}.");
        return ExitCode.Cancelled;
    }
}
