namespace Notebooks.Jupyter.Wire;

/// <summary>A ZeroMQ socket type with the types of peers it talks to.</summary>
internal sealed record SocketType(string Name, IReadOnlyList<string> Peers)
{
    internal static SocketType Router { get; } = new("ROUTER", ["DEALER", "REQ", "ROUTER"]);

    internal static SocketType Publish { get; } = new("PUB", ["SUB", "XSUB"]);

    internal static SocketType Reply { get; } = new("REP", ["REQ", "DEALER"]);
}
