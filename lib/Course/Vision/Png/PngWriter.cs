using System.Buffers.Binary;
using System.IO.Compression;

namespace Course.Vision.Png;

/// <summary>Writes 8-bit grey or RGB PNG files.</summary>
internal static class PngWriter
{
    internal static readonly byte[] Signature = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static byte[] Write(int width, int height, int channels, ReadOnlySpan<byte> pixels)
    {
        using var file = new MemoryStream();
        file.Write(Signature);
        WriteChunk(file, "IHDR"u8, Header(width, height, channels));
        WriteChunk(file, "IDAT"u8, Compress(width * channels, channels, pixels));
        WriteChunk(file, "IEND"u8, []);
        return file.ToArray();
    }

    /// <summary>The content of the IHDR chunk.</summary>
    internal static byte[] Header(int width, int height, int channels)
    {
        var header = new byte[PngHeader.Length];
        BinaryPrimitives.WriteInt32BigEndian(header, width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), height);
        header[8] = 8;
        header[9] = (byte)(channels == 1 ? PngColorType.Grey : PngColorType.Rgb);
        return header;
    }

    /// <summary>Filters and compresses rows of pixels, as IDAT and fdAT chunks hold them.</summary>
    internal static byte[] Compress(int rowBytes, int distance, ReadOnlySpan<byte> pixels)
    {
        using var compressed = new MemoryStream();
        using (var zlib = new ZLibStream(compressed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var candidate = new byte[rowBytes];
            var best = new byte[rowBytes];
            ReadOnlySpan<byte> previous = new byte[rowBytes];
            for (int offset = 0; offset < pixels.Length; offset += rowBytes)
            {
                ReadOnlySpan<byte> row = pixels.Slice(offset, rowBytes);
                // The specification's advice (12.8): the filter whose bytes, read as signed numbers, are smallest in sum.
                byte filter = 0;
                long bestSum = long.MaxValue;
                for (byte kind = 0; kind < PngFilter.Count; kind++)
                {
                    PngFilter.Apply(kind, row, previous, distance, candidate);
                    long sum = 0;
                    foreach (byte value in candidate) sum += Math.Abs((int)(sbyte)value);
                    if (sum >= bestSum) continue;
                    (bestSum, filter) = (sum, kind);
                    (candidate, best) = (best, candidate);
                }

                zlib.WriteByte(filter);
                zlib.Write(best);
                previous = row;
            }
        }

        return compressed.ToArray();
    }

    /// <summary>Writes length, type, data and checksum.</summary>
    internal static void WriteChunk(Stream file, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        Span<byte> number = stackalloc byte[4];
        BinaryPrimitives.WriteInt32BigEndian(number, data.Length);
        file.Write(number);
        file.Write(type);
        file.Write(data);
        BinaryPrimitives.WriteUInt32BigEndian(number, Crc32.Of(type, data));
        file.Write(number);
    }
}
