using Notebooks.Session;

namespace Notebooks.Running;

/// <summary>Runs cells in a C# session of their own.</summary>
internal sealed class SessionExecutor(string workingDirectory) : ICellExecutor
{
    private readonly CSharpSession _session = new(new SessionOptions { WorkingDirectory = workingDirectory });

    public Task<CellResult> RunAsync(string code, IOutputSink sink, string label, CancellationToken cancel) =>
        _session.RunAsync(code, sink, cancel, label);

    public ValueTask DisposeAsync() => _session.DisposeAsync();
}
