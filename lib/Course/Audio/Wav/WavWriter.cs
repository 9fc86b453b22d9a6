namespace Course.Audio.Wav;

/// <summary>Writes RIFF WAVE files.</summary>
internal static class WavWriter
{
    private const int HeadLength = 36;

    public static byte[] Write(Sound clip, WavEncoding encoding)
    {
        int bytes = WavSample.Bytes(encoding), frame = bytes * clip.Channels;
        long dataLength = (long)frame * clip.Length;
        if (dataLength > int.MaxValue - HeadLength - 1)
            throw new InvalidOperationException($"a WAV file holds 2 GB at most, and this clip needs {dataLength / 1e9:0.0} GB");

        using var file = new MemoryStream(HeadLength + 8 + (int)dataLength);
        using var writer = new BinaryWriter(file);
        int padding = (int)dataLength & 1;
        writer.Write("RIFF"u8);
        writer.Write(HeadLength + (int)dataLength + padding);
        writer.Write("WAVEfmt "u8);
        writer.Write(16);
        writer.Write((short)(encoding == WavEncoding.Float32 ? 3 : 1));
        writer.Write((short)clip.Channels);
        writer.Write(clip.Rate);
        writer.Write(clip.Rate * frame);
        writer.Write((short)frame);
        writer.Write((short)(bytes * 8));
        writer.Write("data"u8);
        writer.Write((int)dataLength);
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
}
