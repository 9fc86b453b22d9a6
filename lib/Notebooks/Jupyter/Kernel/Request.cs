using System.Text.Json.Nodes;
using Notebooks.Jupyter.Messages;
using Notebooks.Jupyter.Wire;

namespace Notebooks.Jupyter.Kernel;

/// <summary>A message that a client sent on shell or control, with the way back.</summary>
internal sealed class Request(JupyterMessage message, RoutingId client, Action<string, JsonObject> reply)
{
    internal string Type => message.Header.Type;

    internal JsonObject Content => message.Content;

    /// <summary>The parent header of all that the request causes.</summary>
    internal byte[] Header => message.RawHeader;

    internal string ReplyType => Type.EndsWith("_request", StringComparison.Ordinal) ? Type[..^"request".Length] + "reply" : Type;

    /// <summary>Who asked, under the name it has on the stdin socket too.</summary>
    internal RoutingId Client => client;

    internal IReadOnlyList<byte[]> Route => message.Route;

    /// <summary>Set when a cell before it failed and the client wants the rest to stop.</summary>
    internal bool IsAborted { get; private set; }

    internal void Abort() => IsAborted = true;

    internal void Reply(JsonObject content) => reply(ReplyType, content);

    /// <summary>Answers that the request failed.</summary>
    internal void ReplyError(string name, string message) => Reply(new JsonObject
    {
        ["status"] = "error",
        ["ename"] = name,
        ["evalue"] = message,
        ["traceback"] = new JsonArray(),
    });
}
