using System.Text.Json.Nodes;

namespace Notebooks.Jupyter.Messages;

/// <summary>A message from a client whose signature was right.</summary>
internal sealed record JupyterMessage
{
    /// <summary>The parts before the delimiter, which lead an answer back to its asker.</summary>
    internal required IReadOnlyList<byte[]> Route { get; init; }

    internal required MessageHeader Header { get; init; }

    /// <summary>The header as it came; it is the parent header of every answer.</summary>
    internal required byte[] RawHeader { get; init; }

    /// <summary>The id of the message that this one answers; null when it answers none.</summary>
    internal required string? ParentId { get; init; }

    internal required JsonObject Content { get; init; }
}
