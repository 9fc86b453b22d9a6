using Notebooks.Running;

namespace Cli.Running.Display;

/// <summary>Shows how a run goes on.</summary>
internal interface IRunDisplay
{
    /// <summary>Runs a notebook and shows its cells while they run.</summary>
    Task<NotebookRun> ShowAsync(string name, Func<IProgress<CellProgress>, Task<NotebookRun>> run);

    /// <summary>Shows what a notebook gave.</summary>
    void Finished(ChapterRun chapter);
}
