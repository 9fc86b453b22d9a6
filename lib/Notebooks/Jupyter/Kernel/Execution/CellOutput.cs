using System.Text.Json.Nodes;
using Notebooks.Session;

namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>Sends what a cell shows to the clients, in the order in which it is shown.</summary>
internal sealed class CellOutput : IOutputSink, IDisposable
{
    private readonly IoPub ioPub;
    private readonly Request request;
    private readonly int executionCount;
    private readonly Func<string, bool, string?> ask;
    private readonly StreamBuffer streams;

    /// <param name="ioPub">Where it goes.</param>
    /// <param name="request">The request that runs the cell.</param>
    /// <param name="executionCount">The number of the cell's result.</param>
    /// <param name="ask">Asks for input, by prompt and whether it is a password; null for no input.</param>
    internal CellOutput(IoPub ioPub, Request request, int executionCount, Func<string, bool, string?> ask)
    {
        this.ioPub = ioPub;
        this.request = request;
        this.executionCount = executionCount;
        this.ask = ask;
        streams = new StreamBuffer((name, text) =>
            ioPub.Publish("stream", request.Header, new JsonObject { ["name"] = name, ["text"] = text }));
    }

    /// <summary>The cell's result as plain text; null when it has none.</summary>
    internal string? ResultText { get; private set; }

    public void Stream(string name, string text) => streams.Write(name, text);

    public void Display(MimeBundle bundle) => Publish("display_data", ResultJson.Of(bundle));

    public void Update(MimeBundle bundle) => Publish("update_display_data", ResultJson.Of(bundle));

    public void Result(MimeBundle bundle)
    {
        ResultText = bundle.Data.GetValueOrDefault("text/plain")?.ToString();
        var content = ResultJson.Of(bundle);
        content["execution_count"] = executionCount;
        Publish("execute_result", content);
    }

    public void Clear(bool wait)
    {
        Publish("clear_output", new JsonObject { ["wait"] = wait });
        streams.Clear();
    }

    public string? ReadLine(string prompt, bool password)
    {
        streams.Flush();
        return ask(prompt, password);
    }

    /// <summary>Shows the error that ended the cell.</summary>
    internal void Fail(CellError error) => Publish("error", ResultJson.Of(error));

    /// <summary>Sends what is left; nothing of the cell may come after its status turns idle.</summary>
    internal void Finish() => streams.Finish();

    public void Dispose() => streams.Dispose();

    private void Publish(string type, JsonObject content)
    {
        streams.Flush();
        ioPub.Publish(type, request.Header, content);
    }
}
