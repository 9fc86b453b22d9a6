using System.Buffers.Binary;

namespace Course.Audio.Wav;

/// <summary>
/// Reads RIFF WAVE files of whole or floating-point samples (Microsoft and IBM, Multimedia Programming Interface, 1991) or of IMA ADPCM.
/// </summary>
internal static class WavReader
{
    private const int ChunkHead = 8;
    private const ushort WholeNumbers = 1;
    private const ushort FloatingPoint = 3;
    private const ushort ImaAdpcmTag = 0x11;
    private const ushort Extensible = 0xFFFE;

    /// <summary>Programs that write to a pipe leave the length open: the data goes on to the end of the file.</summary>
    private const uint OpenLength = uint.MaxValue;

    /// <summary>Finds the samples in a file's bytes; <paramref name="name"/> appears in error messages.</summary>
    /// <exception cref="InvalidDataException">The bytes are no WAV file, are damaged, or are compressed in an unknown way.</exception>
    public static WavFile Open(ReadOnlyMemory<byte> bytes, string name)
    {
        ReadOnlySpan<byte> file = bytes.Span;
        if (file.Length < 12 || !file[..4].SequenceEqual("RIFF"u8) || !file.Slice(8, 4).SequenceEqual("WAVE"u8))
            throw new InvalidDataException($"{name} is no WAV file: it does not begin with RIFF and WAVE");

        WavFormat? format = null;
        uint claimed = 0;
        for (int at = 12; at <= file.Length - ChunkHead;)
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
            if (type.SequenceEqual("fact"u8) && length >= 4) claimed = BinaryPrimitives.ReadUInt32LittleEndian(content);
            if (isData && format is null) throw new InvalidDataException($"{name} has samples before their format");
            if (isData)
                return new WavFile(format!, bytes.Slice(at + ChunkHead, (int)length), Length(format!, (int)length, claimed, name), name);
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
        int blockBytes = BinaryPrimitives.ReadUInt16LittleEndian(chunk[12..]);
        int bits = BinaryPrimitives.ReadUInt16LittleEndian(chunk[14..]);
        if (tag == Extensible && chunk.Length >= 26) tag = BinaryPrimitives.ReadUInt16LittleEndian(chunk[24..]);
        WavEncoding encoding = (tag, bits) switch
        {
            (WholeNumbers, 8) => WavEncoding.Pcm8,
            (WholeNumbers, 16) => WavEncoding.Pcm16,
            (WholeNumbers, 24) => WavEncoding.Pcm24,
            (WholeNumbers, 32) => WavEncoding.Pcm32,
            (FloatingPoint, 32) => WavEncoding.Float32,
            (ImaAdpcmTag, ImaAdpcm.Bits) => WavEncoding.ImaAdpcm,
            _ => throw new InvalidDataException(
                $"{name} stores its samples as format {tag} of {bits} bits; "
                + "whole numbers of 8, 16, 24 or 32 bits, floats of 32 bits and IMA ADPCM of 4 bits can be read, so convert it first"),
        };
        if (channels == 0 || rate is 0 or > int.MaxValue)
            throw new InvalidDataException($"{name} claims {channels} channels and {rate} samples a second");
        if (encoding == WavEncoding.ImaAdpcm) CheckBlock(chunk, channels, blockBytes, name);
        else blockBytes = WavSample.Bytes(encoding) * channels;
        return new WavFormat(encoding, channels, (int)rate, blockBytes);
    }

    private static void CheckBlock(ReadOnlySpan<byte> chunk, int channels, int blockBytes, string name)
    {
        int head = ImaAdpcm.HeadBytes * channels, turn = ImaAdpcm.TurnBytes * channels;
        if (blockBytes < head || (blockBytes - head) % turn != 0)
            throw new InvalidDataException(
                $"{name} claims blocks of {blockBytes} bytes; IMA ADPCM of {channels} channels needs {head} and a multiple of {turn}");
        if (chunk.Length < 20) return;
        int claimed = BinaryPrimitives.ReadUInt16LittleEndian(chunk[18..]), held = ImaAdpcm.SamplesPerBlock(blockBytes, channels);
        if (claimed != held)
            throw new InvalidDataException($"{name} claims {claimed} samples in a block, and {blockBytes} bytes hold {held}");
    }

    /// <summary>
    /// How many samples of each channel there are; <paramref name="claimed"/> is what the chunk 'fact' says, 0 without one. Blocks of IMA
    /// ADPCM are filled up, so only 'fact' tells where the sound ends.
    /// </summary>
    private static int Length(WavFormat format, int bytes, uint claimed, string name)
    {
        long length = bytes / format.BlockBytes;
        if (format.Encoding == WavEncoding.ImaAdpcm)
        {
            length *= ImaAdpcm.SamplesPerBlock(format.BlockBytes, format.Channels);
            // The last block may be shorter.
            int turns = ((bytes % format.BlockBytes) / format.Channels / ImaAdpcm.HeadBytes) - 1;
            if (turns >= 0) length += (turns * ImaAdpcm.TurnBytes * 2) + 1;
            if (claimed > length && claimed != OpenLength)
                throw new InvalidDataException($"{name} is cut short: it should have {claimed} samples, and {length} are left");
            if (claimed is > 0 and not OpenLength) length = claimed;
        }

        if (length == 0) throw new InvalidDataException($"{name} has no samples: its chunk 'data' is empty");
        if (length * format.Channels > Array.MaxLength)
            throw new InvalidDataException($"{name} has {length} samples, too many for one sound");
        return (int)length;
    }

    private static string Text(ReadOnlySpan<byte> type) => System.Text.Encoding.ASCII.GetString(type);
}
