namespace Course.Audio.Wav;

/// <summary>Writes RIFF WAVE files.</summary>
internal static class WavWriter
{
    private const int LongestHead = 64;
    private const short WholeNumbers = 1;
    private const short FloatingPoint = 3;
    private const short ImaAdpcmTag = 0x11;

    public static byte[] Write(Sound clip, WavEncoding encoding) =>
        encoding == WavEncoding.ImaAdpcm ? WriteBlocks(clip) : WriteSamples(clip, encoding);

    private static byte[] WriteSamples(Sound clip, WavEncoding encoding)
    {
        int bytes = WavSample.Bytes(encoding), frame = bytes * clip.Channels;
        int dataLength = Checked((long)frame * clip.Length);
        int padding = dataLength & 1;
        using var file = new MemoryStream(LongestHead + dataLength);
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(36 + dataLength + padding);
        writer.Write("WAVE"u8);
        short tag = encoding == WavEncoding.Float32 ? FloatingPoint : WholeNumbers;
        WriteFormat(writer, 16, tag, clip, clip.Rate * frame, frame, bytes * 8);
        writer.Write("data"u8);
        writer.Write(dataLength);
        Span<byte> sample = stackalloc byte[4];
        for (int t = 0; t < clip.Length; t++)
            for (int c = 0; c < clip.Channels; c++)
            {
                WavSample.Write(encoding, clip.Channel(c)[t], sample);
                writer.Write(sample[..bytes]);
            }

        if (padding == 1) writer.Write((byte)0);
        return file.ToArray();
    }

    private static byte[] WriteBlocks(Sound clip)
    {
        var block = new byte[ImaAdpcm.UsualBlockBytes(clip.Channels, clip.Rate)];
        int perBlock = ImaAdpcm.SamplesPerBlock(block.Length, clip.Channels), blocks = (int)(((long)clip.Length + perBlock - 1) / perBlock);
        int dataLength = Checked((long)blocks * block.Length);
        using var file = new MemoryStream(LongestHead + dataLength);
        using var writer = new BinaryWriter(file);
        writer.Write("RIFF"u8);
        writer.Write(52 + dataLength);
        writer.Write("WAVE"u8);
        WriteFormat(writer, 20, ImaAdpcmTag, clip, (int)((long)clip.Rate * block.Length / perBlock), block.Length, ImaAdpcm.Bits);
        writer.Write((short)2);
        writer.Write((short)perBlock);
        writer.Write("fact"u8);
        writer.Write(4);
        writer.Write(clip.Length);
        writer.Write("data"u8);
        writer.Write(dataLength);
        ImaAdpcmPredictor[] predictors = FirstPredictors(clip);
        for (int i = 0; i < blocks; i++)
        {
            ImaAdpcm.Encode(clip, i * perBlock, block, predictors);
            writer.Write(block);
        }

        return file.ToArray();
    }

    private static void WriteFormat(BinaryWriter writer, int length, short tag, Sound clip, int bytesASecond, int blockBytes, int bits)
    {
        writer.Write("fmt "u8);
        writer.Write(length);
        writer.Write(tag);
        writer.Write((short)clip.Channels);
        writer.Write(clip.Rate);
        writer.Write(bytesASecond);
        writer.Write((short)blockBytes);
        writer.Write((short)bits);
    }

    private static ImaAdpcmPredictor[] FirstPredictors(Sound clip)
    {
        var predictors = new ImaAdpcmPredictor[clip.Channels];
        for (int c = 0; c < predictors.Length; c++)
        {
            ReadOnlySpan<float> channel = clip.Channel(c);
            int difference = WavSample.ToInt16(channel[Math.Min(1, channel.Length - 1)]) - WavSample.ToInt16(channel[0]);
            predictors[c].Step = ImaAdpcmPredictor.StepFor(difference);
        }

        return predictors;
    }

    private static int Checked(long dataLength) => dataLength <= int.MaxValue - LongestHead
        ? (int)dataLength
        : throw new InvalidOperationException($"a WAV file holds 2 GB at most, and this clip needs {dataLength / 1e9:0.0} GB");
}
