using System.Buffers.Binary;

namespace Notebooks.Jupyter.Wire;

/// <summary>Cuts a byte stream into frames.</summary>
internal sealed class FrameReader(Stream stream, long longestFrame)
{
    private const FrameFlags Known = FrameFlags.More | FrameFlags.Long | FrameFlags.Command;

    // A frame may promise any length; memory is taken as its bytes arrive.
    private const int FirstBlock = 64 << 10;

    /// <summary>The next frame, or null when the stream ends between frames.</summary>
    /// <exception cref="WireException">The bytes are no frame, or it is longer than allowed.</exception>
    /// <exception cref="EndOfStreamException">The stream ends within a frame.</exception>
    internal Frame? Read()
    {
        int first = stream.ReadByte();
        if (first < 0)
        {
            return null;
        }

        var flags = (FrameFlags)first;
        if ((flags & ~Known) != 0 || flags.HasFlag(FrameFlags.Command | FrameFlags.More))
        {
            throw new WireException($"a frame cannot begin with byte 0x{first:x2}");
        }

        long length = ReadLength(flags.HasFlag(FrameFlags.Long));
        if (length < 0 || length > longestFrame)
        {
            throw new WireException($"a frame of {(ulong)length} bytes is longer than the {longestFrame} allowed");
        }

        return new Frame(flags, ReadBody((int)length));
    }

    private long ReadLength(bool isLong)
    {
        Span<byte> length = stackalloc byte[8];
        if (isLong)
        {
            stream.ReadExactly(length);
            return BinaryPrimitives.ReadInt64BigEndian(length);
        }

        stream.ReadExactly(length[..1]);
        return length[0];
    }

    private byte[] ReadBody(int length)
    {
        byte[] body = new byte[Math.Min(length, FirstBlock)];
        stream.ReadExactly(body);
        while (body.Length < length)
        {
            int known = body.Length;
            Array.Resize(ref body, (int)Math.Min(length, 2L * known));
            stream.ReadExactly(body.AsSpan(known));
        }

        return body;
    }
}
