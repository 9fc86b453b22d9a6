using Notebooks.Running;
using Notebooks.Session;

namespace Notebooks.Tests.Running;

/// <summary>An executor whose cells are scripted by the test.</summary>
internal sealed class FakeExecutor(Func<string, IOutputSink, CancellationToken, Task<CellResult>> run) : ICellExecutor
{
    public static readonly CellResult Ok = new(CellStatus.Ok, null);

    public List<string> Ran { get; } = [];

    public bool Disposed { get; private set; }

    public static CellResult Error(string name, string message, int? line = null) =>
        new(CellStatus.Error, new CellError(name, message, [$"{name}: {message}"], line, null));

    public Task<CellResult> RunAsync(string code, IOutputSink sink, string label, CancellationToken cancel)
    {
        Ran.Add(code);
        return run(code, sink, cancel);
    }

    public ValueTask DisposeAsync()
    {
        Disposed = true;
        return ValueTask.CompletedTask;
    }
}
