using Notebooks.Documents;

namespace Notebooks.Running;

/// <summary>Runs every code cell of a notebook in a fresh session whose working directory is the notebook's folder.</summary>
public interface INotebookRunner
{
    /// <summary>Runs the notebook and returns what happened; a failing cell, a timeout and a cancel are results, not exceptions.</summary>
    /// <exception cref="NotebookException">The notebook's exercises or directives are not well formed.</exception>
    Task<NotebookRun> RunAsync(NotebookDocument document, RunOptions options, IProgress<CellProgress>? progress, CancellationToken cancel);
}
