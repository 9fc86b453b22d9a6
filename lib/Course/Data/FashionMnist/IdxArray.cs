using System.Buffers.Binary;
using System.IO.Compression;

namespace Course.Data;

/// <summary>An array of bytes read from an IDX file, the format of MNIST and its successors; the last dimension runs fastest.</summary>
public sealed class IdxArray
{
    private const int ByteType = 0x08;
    private const long MostElements = 1L << 31;

    private IdxArray(int[] dimensions, byte[] data) => (Dimensions, Data) = (dimensions, data);

    /// <summary>The length of each dimension, for example 10000, 28, 28.</summary>
    public IReadOnlyList<int> Dimensions { get; }

    /// <summary>The elements.</summary>
    public byte[] Data { get; }

    /// <summary>Reads a file, decompressing it if its name ends in .gz.</summary>
    /// <exception cref="InvalidDataException">The file is not IDX, is damaged, or holds another type than bytes.</exception>
    public static IdxArray Load(string path)
    {
        using FileStream file = File.OpenRead(path);
        try
        {
            if (!path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase)) return Read(file, path);
            using var unpacked = new GZipStream(file, CompressionMode.Decompress);
            return Read(unpacked, path);
        }
        catch (InvalidDataException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"{path}: cannot be decompressed: not a gzip file, or a damaged one", error);
        }
    }

    private static IdxArray Read(Stream stream, string name)
    {
        Span<byte> word = stackalloc byte[4];
        ReadFully(stream, word, name, "its header");
        if (word[0] != 0 || word[1] != 0 || word[3] == 0)
            throw new InvalidDataException(
                $"{name}: not an IDX file: it begins with {Convert.ToHexString(word)}, not with 0000, a type and a number of dimensions");
        if (word[2] != ByteType)
            throw new InvalidDataException($"{name}: an IDX file of type 0x{word[2]:x2}; only bytes (0x08) are read here");

        var dimensions = new int[word[3]];
        long count = 1;
        for (int i = 0; i < dimensions.Length; i++)
        {
            ReadFully(stream, word, name, "its dimensions");
            dimensions[i] = BinaryPrimitives.ReadInt32BigEndian(word);
            count *= dimensions[i];
            if (dimensions[i] < 0 || count >= MostElements)
                throw new InvalidDataException(
                    $"{name}: a damaged IDX file: its dimensions are {string.Join(" x ", dimensions.Take(i + 1))}");
        }

        var data = new byte[count];
        ReadFully(stream, data, name, $"its {count:#,0} elements");
        if (stream.ReadByte() >= 0)
            throw new InvalidDataException($"{name}: a damaged IDX file: it goes on after its {count:#,0} elements");
        return new IdxArray(dimensions, data);
    }

    private static void ReadFully(Stream stream, Span<byte> buffer, string name, string what)
    {
        int read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (read < buffer.Length) throw new InvalidDataException($"{name}: a damaged IDX file: it ends within {what}");
    }
}
