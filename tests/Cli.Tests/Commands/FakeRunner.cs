using Notebooks.Documents;
using Notebooks.Running;

namespace Cli.Tests.Commands;

/// <summary>A runner whose results the test gives, by notebook name.</summary>
internal sealed class FakeRunner(Func<NotebookDocument, RunOptions, NotebookRun> run) : INotebookRunner
{
    public static NotebookRun Passed(NotebookDocument document) => new()
    {
        Status = RunStatus.Passed,
        Elapsed = TimeSpan.FromSeconds(2),
        CodeCells = document.CodeCells.Count(),
        Cells = [.. document.CodeCells.Select(cell =>
            new CellRun(cell.Index, cell.Number, RunStatus.Passed, TimeSpan.FromSeconds(1), [], cell.Source))],
        ChecksPassed = 3,
        Figures = [new("test accuracy", "88.1 %")],
        PeakMemoryBytes = 500_000_000,
    };

    public Task<NotebookRun> RunAsync(NotebookDocument document, RunOptions options, IProgress<CellProgress>? progress, CancellationToken cancel)
    {
        var result = run(document, options);
        foreach (var cell in result.Cells)
        {
            progress?.Report(new CellProgress(cell.Number, result.CodeCells, document.Cells[cell.CellIndex].FirstLine, result.Elapsed, cell));
        }

        return Task.FromResult(result);
    }
}
