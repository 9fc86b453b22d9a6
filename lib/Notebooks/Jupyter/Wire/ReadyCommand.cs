using System.Buffers.Binary;
using System.Text;

namespace Notebooks.Jupyter.Wire;

/// <summary>The READY command that ends a NULL handshake: what each side is (RFC 23/ZMTP, section "Connection Metadata").</summary>
/// <param name="SocketType">The sender's socket type.</param>
/// <param name="Identity">The name it wants to be addressed by; empty for any.</param>
internal sealed record ReadyCommand(string SocketType, byte[] Identity)
{
    internal const string Name = "READY";
    private const string SocketTypeProperty = "Socket-Type";
    private const string IdentityProperty = "Identity";

    /// <exception cref="WireException">The properties are cut off, or name no valid socket.</exception>
    internal static ReadyCommand Parse(Command command)
    {
        if (command.Name != Name)
        {
            throw new WireException($"{command.Name} in place of {Name}");
        }

        string? socketType = null;
        byte[] identity = [];
        ReadOnlySpan<byte> rest = command.Data;
        while (rest.Length > 0)
        {
            string name = Encoding.ASCII.GetString(Take(ref rest, Take(ref rest, 1)[0]));
            int length = BinaryPrimitives.ReadInt32BigEndian(Take(ref rest, 4));
            var value = Take(ref rest, length);
            if (name.Equals(SocketTypeProperty, StringComparison.OrdinalIgnoreCase))
            {
                socketType = Encoding.ASCII.GetString(value);
            }
            else if (name.Equals(IdentityProperty, StringComparison.OrdinalIgnoreCase))
            {
                identity = value.ToArray();
            }
        }

        if (identity.Length > 255 || identity is [0, ..])
        {
            throw new WireException("an identity that is longer than 255 bytes or begins with a zero");
        }

        return new ReadyCommand(socketType ?? throw new WireException($"{Name} without {SocketTypeProperty}"), identity);
    }

    internal Command ToCommand()
    {
        using var data = new MemoryStream();
        Write(data, SocketTypeProperty, Encoding.ASCII.GetBytes(SocketType));
        Write(data, IdentityProperty, Identity);
        return new Command(Name, data.ToArray());
    }

    private static ReadOnlySpan<byte> Take(ref ReadOnlySpan<byte> rest, int length)
    {
        if (length < 0 || length > rest.Length)
        {
            throw new WireException($"{Name} ends within a property");
        }

        var taken = rest[..length];
        rest = rest[length..];
        return taken;
    }

    private static void Write(MemoryStream data, string name, byte[] value)
    {
        Span<byte> length = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        data.WriteByte((byte)name.Length);
        data.Write(Encoding.ASCII.GetBytes(name));
        data.Write(length);
        data.Write(value);
    }
}
