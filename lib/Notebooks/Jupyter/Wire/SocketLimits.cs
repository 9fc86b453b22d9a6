namespace Notebooks.Jupyter.Wire;

/// <summary>How much one peer may cost.</summary>
internal sealed record SocketLimits
{
    /// <summary>Longest frame taken from a peer, in bytes.</summary>
    internal long LongestFrame { get; init; } = 64L << 20;

    /// <summary>Longest message taken from a peer, in bytes.</summary>
    internal long LongestMessage { get; init; } = 128L << 20;

    /// <summary>Most parts of a message taken from a peer.</summary>
    internal int MostParts { get; init; } = 1024;

    /// <summary>Bytes waiting for a peer above which output that may be lost is cut.</summary>
    internal long MostDroppableWaiting { get; init; } = 64L << 20;

    /// <summary>Bytes waiting for a peer above which it is given up.</summary>
    internal long MostWaiting { get; init; } = 128L << 20;

    /// <summary>Connections of one socket.</summary>
    internal int MostConnections { get; init; } = 256;

    /// <summary>How long a peer may take for each step of the handshake.</summary>
    internal TimeSpan HandshakeTime { get; init; } = TimeSpan.FromSeconds(10);
}
