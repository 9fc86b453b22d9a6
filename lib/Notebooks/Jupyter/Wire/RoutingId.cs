using System.Buffers.Binary;
using System.Text;

namespace Notebooks.Jupyter.Wire;

/// <summary>The name of a peer. A front end may use one name on several sockets, and again when it reconnects.</summary>
internal readonly record struct RoutingId
{
    private readonly string text;

    private RoutingId(string text) => this.text = text;

    /// <summary>The name a peer chose.</summary>
    internal static RoutingId Chosen(ReadOnlySpan<byte> bytes) => new(Encoding.Latin1.GetString(bytes));

    /// <summary>A name for a peer that chose none. The leading zero keeps it apart from chosen names.</summary>
    internal static RoutingId Assigned(int number)
    {
        Span<byte> bytes = stackalloc byte[5];
        BinaryPrimitives.WriteInt32BigEndian(bytes[1..], number);
        return new RoutingId(Encoding.Latin1.GetString(bytes));
    }

    public override string ToString() => Convert.ToHexStringLower(Encoding.Latin1.GetBytes(text ?? ""));
}
