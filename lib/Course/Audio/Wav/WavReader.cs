using System.Buffers.Binary;

namespace Course.Audio.Wav;

/// <summary>Reads RIFF WAVE files of whole or floating-point samples (Microsoft and IBM, Multimedia Programming Interface, 1991).</summary>
internal static class WavReader
{
    private const int ChunkHead = 8;
    private const ushort WholeNumbers = 1;
    private const ushort FloatingPoint = 3;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Programs that write to a pipe leave the length open: the data goes on to the end of the file.</summary>
    private const uint OpenLength = uint.MaxValue;

    /// <summary>Reads a file's bytes; <paramref name="name"/> appears in error messages.</summary>
    /// <exception cref="InvalidDataException">The bytes are no WAV file, are damaged, or hold compressed samples.</exception>
    public static Sound Read(ReadOnlySpan<byte> file, string name)
    {
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("WAVE"u8))
            throw new InvalidDataException($"{name} is no WAV file: it does not begin with RIFF and WAVE");

        WavFormat? format = null;
        for (int at = 12; at + ChunkHead <= file.Length;)
        {
            ReadOnlySpan<byte> type = file.Slice(at, 4);
            uint length = BinaryPrimitives.ReadUInt32LittleEndian(file[(at + 4)..]);
            ReadOnlySpan<byte> rest = file[(at + ChunkHead)..];
            bool isData = type.SequenceEqual("data"u8);
            if (isData && length == OpenLength) length = (uint)rest.Length;
            if (length > rest.Length)
                throw new InvalidDataException(
                    $"{name} is cut short: its chunk '{Text(type)}' should have {length} bytes, and {rest.Length} are left");

            ReadOnlySpan<byte> content = rest[..(int)length];
            if (type.SequenceEqual("fmt "u8)) format = ReadFormat(content, name);
            if (isData && format is null) throw new InvalidDataException($"{name} has samples before their format");
            if (isData) return ReadSamples(content, format!, name);
            at += ChunkHead + (int)length + ((int)length & 1);
        }

        throw new InvalidDataException($"{name} has no samples: its chunk 'data' is missing");
    }

    private static WavFormat ReadFormat(ReadOnlySpan<byte> chunk, string name)
    {
        if (chunk.Length < 16) throw new InvalidDataException($"{name}: its chunk 'fmt ' has {chunk.Length} bytes, and 16 are the least");
        ushort tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk);
        int channels = BinaryPrimitives.ReadUInt16LittleEndian(chunk[2..]);
        uint rate = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible && chunk.Length >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        WavEncoding encoding = (tag, bits) switch
        {
            (WholeNumbers, 8) => WavEncoding.Pcm8,
            (WholeNumbers, 16) => WavEncoding.Pcm16,
            (WholeNumbers, 24) => WavEncoding.Pcm24,
            (WholeNumbers, 32) => WavEncoding.Pcm32,
            (FloatingPoint, 32) => WavEncoding.Float32,
            _ => throw new InvalidDataException(
                $"{name} stores its samples as format {tag} of {bits} bits; "
                + "whole numbers of 8, 16, 24 or 32 bits and floats of 32 bits can be read, so convert it first"),
        };
        if (channels == 0 || rate is 0 or > int.MaxValue)
            throw new InvalidDataException($"{name} claims {channels} channels and {rate} samples a second");
        return new WavFormat(encoding, channels, (int)rate);
    }

    private static Sound ReadSamples(ReadOnlySpan<byte> data, WavFormat format, string name)
    {
        int bytes = WavSample.Bytes(format.Encoding);
        int length = data.Length / (bytes * format.Channels);
        if (length == 0) throw new InvalidDataException($"{name} has no samples: its chunk 'data' is empty");
        var samples = new float[format.Channels * length];
        for (int t = 0, at = 0; t < length; t++)
            for (int c = 0; c < format.Channels; c++, at += bytes)
                samples[(c * length) + t] = WavSample.Read(format.Encoding, data[at..]);
        return new Sound(samples, format.Channels, format.Rate);
    }

    private static string Text(ReadOnlySpan<byte> type) => System.Text.Encoding.ASCII.GetString(type);

    private sealed record WavFormat(WavEncoding Encoding, int Channels, int Rate);
}
