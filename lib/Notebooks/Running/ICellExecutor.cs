using Notebooks.Session;

namespace Notebooks.Running;

/// <summary>Runs the cells of one notebook, one after the other, and keeps what they define.</summary>
public interface ICellExecutor : IAsyncDisposable
{
    /// <summary>Runs one cell; what it shows goes to the sink. The label names the cell in tracebacks.</summary>
    Task<CellResult> RunAsync(string code, IOutputSink sink, string label, CancellationToken cancel);
}
