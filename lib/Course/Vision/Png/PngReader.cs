using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Course.Vision.Png;

/// <summary>
/// Reads PNG files of every colour type, bit depth, filter and interlacing into 8-bit RGBA.
/// A damaged file throws <see cref="InvalidDataException"/> naming the file and the chunk.
/// </summary>
internal sealed class PngReader
{
    private readonly string _name;
    private PngHeader? _header;
    private byte[] _palette = [];
    private byte[] _transparency = [];

    private PngReader(string name) => _name = name;

    /// <summary>Decodes a file; <paramref name="name"/> appears in the error messages.</summary>
    public static PngPixels Read(byte[] file, string name) => new PngReader(name).Read(file);

    private PngPixels Read(byte[] file)
    {
        if (file.Length < PngWriter.Signature.Length || !file.AsSpan(0, PngWriter.Signature.Length).SequenceEqual(PngWriter.Signature))
            throw new InvalidDataException($"{_name}: not a PNG file: the first eight bytes are not PNG's signature");

        using var compressed = new MemoryStream();
        int offset = PngWriter.Signature.Length;
        string type = "IHDR";
        do
        {
            (type, ArraySegment<byte> data) = ReadChunk(file, offset, type);
            offset += data.Count + 12;
            if (_header is null && type != "IHDR") throw Error(type, "comes before IHDR");
            switch (type)
            {
                case "IHDR":
                    _header = PngHeader.Parse(data, problem => Error("IHDR", problem));
                    break;
                case "PLTE":
                    if (data.Count == 0 || data.Count % 3 != 0 || data.Count > 768)
                        throw Error(type, $"has {data.Count} bytes, not three a colour");
                    _palette = data.ToArray();
                    break;
                case "tRNS":
                    _transparency = data.ToArray();
                    break;
                case "IDAT":
                    compressed.Write(data);
                    break;
                case "IEND":
                    break;
                default:
                    // Bit 5 of the first letter clear (upper case) means that a reader must understand the chunk.
                    if (char.IsAsciiLetterUpper(type[0])) throw Error(type, "is critical and unknown");
                    break;
            }
        }
        while (type != "IEND");

        if (_header!.ColorType == PngColorType.Palette && _palette.Length == 0) throw Error("PLTE", "is missing from a palette picture");
        compressed.Position = 0;
        return Decode(Inflate(compressed));
    }

    private (string Type, ArraySegment<byte> Data) ReadChunk(byte[] file, int offset, string previous)
    {
        if (offset + 8 > file.Length)
            throw new InvalidDataException($"{_name}: damaged PNG file: it ends after chunk {previous}, without IEND");
        uint length = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(offset));
        ReadOnlySpan<byte> type = file.AsSpan(offset + 4, 4);
        foreach (byte letter in type)
            if (!char.IsAsciiLetter((char)letter))
                throw new InvalidDataException($"{_name}: damaged PNG file: no chunk begins at byte {offset}, after chunk {previous}");
        string name = Encoding.ASCII.GetString(type);
        if (length > file.Length - offset - 12L) throw Error(name, $"says it has {length} bytes, but the file ends before");
        var data = new ArraySegment<byte>(file, offset + 8, (int)length);
        uint expected = BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(offset + 8 + (int)length));
        uint actual = Crc32.Of(type, data);
        if (actual != expected) throw Error(name, $"has checksum {actual:x8}, and {expected:x8} is stored");
        return (name, data);
    }

    private byte[] Inflate(Stream compressed)
    {
        long size = Passes().Sum(pass => (long)pass.Height * (_header!.RowBytes(pass.Width) + 1));
        var bytes = new byte[size];
        try
        {
            using var zlib = new ZLibStream(compressed, CompressionMode.Decompress);
            int read = zlib.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            if (read < bytes.Length) throw Error("IDAT", $"holds {read} of {bytes.Length} bytes of pixels");
        }
        catch (InvalidDataException error) when (!error.Message.StartsWith(_name, StringComparison.Ordinal))
        {
            throw Error("IDAT", "cannot be decompressed");
        }

        return bytes;
    }

    private PngPixels Decode(byte[] rows)
    {
        PngHeader header = _header!;
        var rgba = new byte[header.Width * header.Height * 4];
        int offset = 0;
        foreach (PngPass pass in Passes())
        {
            int rowBytes = header.RowBytes(pass.Width);
            ReadOnlySpan<byte> above = new byte[rowBytes];
            for (int y = 0; y < pass.Height; y++)
            {
                int filter = rows[offset++];
                if (filter >= PngFilter.Count) throw Error("IDAT", $"uses filter {filter} in a row; PNG has 0 to {PngFilter.Count - 1}");
                Span<byte> row = rows.AsSpan(offset, rowBytes);
                PngFilter.Undo(filter, row, above, header.FilterDistance);
                for (int x = 0; x < pass.Width; x++)
                {
                    int pixel = ((pass.Y + (y * pass.StepY)) * header.Width) + pass.X + (x * pass.StepX);
                    DecodePixel(row, x, rgba.AsSpan(pixel * 4, 4));
                }

                above = row;
                offset += rowBytes;
            }
        }

        bool isGrey = header.ColorType is PngColorType.Grey or PngColorType.GreyAlpha;
        return new PngPixels(header.Width, header.Height, isGrey, rgba);
    }

    private void DecodePixel(ReadOnlySpan<byte> row, int x, Span<byte> rgba)
    {
        PngHeader header = _header!;
        switch (header.ColorType)
        {
            case PngColorType.Palette:
                int index = Sample(row, x);
                if ((index * 3) + 2 >= _palette.Length) throw Error("IDAT", $"uses colour {index} of a palette of {_palette.Length / 3}");
                _palette.AsSpan(index * 3, 3).CopyTo(rgba);
                rgba[3] = index < _transparency.Length ? _transparency[index] : byte.MaxValue;
                break;
            case PngColorType.Grey:
            case PngColorType.GreyAlpha:
                int grey = Sample(row, x * header.Samples);
                rgba[..3].Fill(ToByte(grey));
                rgba[3] = header.Samples == 2 ? ToByte(Sample(row, (x * 2) + 1)) : IsTransparent([grey]) ? (byte)0 : byte.MaxValue;
                break;
            default:
                int first = x * header.Samples;
                int r = Sample(row, first), g = Sample(row, first + 1), b = Sample(row, first + 2);
                (rgba[0], rgba[1], rgba[2]) = (ToByte(r), ToByte(g), ToByte(b));
                rgba[3] = header.Samples == 4 ? ToByte(Sample(row, first + 3)) : IsTransparent([r, g, b]) ? (byte)0 : byte.MaxValue;
                break;
        }
    }

    private int Sample(ReadOnlySpan<byte> row, int index)
    {
        int depth = _header!.BitDepth;
        if (depth == 8) return row[index];
        if (depth == 16) return BinaryPrimitives.ReadUInt16BigEndian(row[(index * 2)..]);
        int bit = index * depth;
        return (row[bit / 8] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1);
    }

    private byte ToByte(int sample)
    {
        int most = (1 << _header!.BitDepth) - 1;
        return (byte)(((sample * 255L) + (most / 2)) / most);
    }

    /// <summary>True if the samples are the one colour that tRNS declares transparent.</summary>
    private bool IsTransparent(ReadOnlySpan<int> samples)
    {
        if (_transparency.Length != samples.Length * 2) return false;
        for (int i = 0; i < samples.Length; i++)
            if (BinaryPrimitives.ReadUInt16BigEndian(_transparency.AsSpan(i * 2)) != samples[i])
                return false;
        return true;
    }

    private IEnumerable<PngPass> Passes() => PngPass.Of(_header!);

    private InvalidDataException Error(string chunk, string problem) => new($"{_name}: damaged PNG file: chunk {chunk} {problem}");
}
