using System.Buffers.Binary;

namespace Notebooks.Jupyter.Wire;

/// <summary>Writes messages and commands as frames.</summary>
internal static class FrameWriter
{
    private const int LongestShortFrame = 255;

    /// <summary>Writes all parts of a message.</summary>
    internal static void WriteMessage(Stream stream, IReadOnlyList<byte[]> parts)
    {
        for (int index = 0; index < parts.Count; index++)
        {
            WriteFrame(stream, index < parts.Count - 1 ? FrameFlags.More : FrameFlags.None, parts[index]);
        }
    }

    /// <summary>Writes a command.</summary>
    internal static void WriteCommand(Stream stream, Command command) => WriteFrame(stream, FrameFlags.Command, command.ToBody());

    private static void WriteFrame(Stream stream, FrameFlags flags, byte[] body)
    {
        Span<byte> header = stackalloc byte[9];
        if (body.Length <= LongestShortFrame)
        {
            header[0] = (byte)flags;
            header[1] = (byte)body.Length;
            stream.Write(header[..2]);
        }
        else
        {
            header[0] = (byte)(flags | FrameFlags.Long);
            BinaryPrimitives.WriteInt64BigEndian(header[1..], body.Length);
            stream.Write(header);
        }

        stream.Write(body);
    }
}
