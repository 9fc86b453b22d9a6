using System.Buffers.Binary;

namespace Course.Vision.Png;

/// <summary>
/// Writes animated PNG files (PNG specification, third edition, 11.3.6). Each frame after the first holds only the rectangle in which it
/// differs from the one before.
/// </summary>
internal static class AnimatedPngWriter
{
    private const int DelayDenominator = 1000;

    public static byte[] Write(Animation animation)
    {
        Picture first = animation.Frames[0];
        using var file = new MemoryStream();
        file.Write(PngWriter.Signature);
        PngWriter.WriteChunk(file, "IHDR"u8, PngWriter.Header(first.Width, first.Height, first.Channels));
        PngWriter.WriteChunk(file, "acTL"u8, Numbers(animation.Frames.Count, animation.Loops));
        int sequence = 0;
        for (int i = 0; i < animation.Frames.Count; i++)
        {
            Picture frame = animation.Frames[i];
            (int left, int top, int width, int height) =
                i == 0 ? (0, 0, frame.Width, frame.Height) : Changes(animation.Frames[i - 1], frame);
            Picture part = frame.Crop(left, top, width, height);
            byte[] data = PngWriter.Compress(width * part.Channels, part.Channels, part.Pixels);
            PngWriter.WriteChunk(file, "fcTL"u8, Control(sequence++, left, top, width, height, animation.FramesPerSecond));
            if (i == 0) PngWriter.WriteChunk(file, "IDAT"u8, data);
            else PngWriter.WriteChunk(file, "fdAT"u8, [.. Numbers(sequence++), .. data]);
        }

        PngWriter.WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>Place, size and duration of a frame; the last two bytes keep what was shown and overwrite it.</summary>
    private static byte[] Control(int sequence, int left, int top, int width, int height, double framesPerSecond)
    {
        var delay = new byte[4];
        double wait = Math.Clamp(Math.Round(DelayDenominator / framesPerSecond), 1, ushort.MaxValue);
        BinaryPrimitives.WriteUInt16BigEndian(delay, (ushort)wait);
        BinaryPrimitives.WriteUInt16BigEndian(delay.AsSpan(2), DelayDenominator);
        return [.. Numbers(sequence, width, height, left, top), .. delay, 0, 0];
    }

    private static byte[] Numbers(params ReadOnlySpan<int> values)
    {
        var bytes = new byte[4 * values.Length];
        for (int i = 0; i < values.Length; i++) BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(4 * i), values[i]);
        return bytes;
    }

    /// <summary>
    /// The smallest rectangle that holds every changed pixel; one pixel when none has changed, since a frame cannot be empty.
    /// </summary>
    private static (int Left, int Top, int Width, int Height) Changes(Picture before, Picture after)
    {
        int left = after.Width, top = after.Height, right = -1, bottom = -1, rowBytes = after.Width * after.Channels;
        for (int y = 0; y < after.Height; y++)
        {
            ReadOnlySpan<byte> old = before.Pixels.Slice(y * rowBytes, rowBytes), now = after.Pixels.Slice(y * rowBytes, rowBytes);
            int begin = old.CommonPrefixLength(now);
            if (begin == rowBytes) continue;
            int end = rowBytes - 1;
            while (old[end] == now[end]) end--;
            (left, right) = (Math.Min(left, begin / after.Channels), Math.Max(right, end / after.Channels));
            (top, bottom) = (Math.Min(top, y), y);
        }

        return right < 0 ? (0, 0, 1, 1) : (left, top, right - left + 1, bottom - top + 1);
    }
}
