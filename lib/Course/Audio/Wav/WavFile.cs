namespace Course.Audio.Wav;

/// <summary>A WAV file in memory, still encoded: the whole of it or a part can be decoded, without what comes before the part.</summary>
/// <param name="format">How the samples are stored.</param>
/// <param name="data">The contents of the chunk 'data'.</param>
/// <param name="length">How many samples of each channel there are.</param>
/// <param name="name">The file's name, for error messages.</param>
internal sealed class WavFile(WavFormat format, ReadOnlyMemory<byte> data, int length, string name)
{
    /// <summary>How the samples are stored.</summary>
    public WavFormat Format => format;

    /// <summary>Samples of each channel.</summary>
    public int Length => length;

    /// <summary>All of it.</summary>
    /// <exception cref="InvalidDataException">A block is damaged.</exception>
    public Sound Read() => Read(0, length);

    /// <summary>The samples from <paramref name="start"/> on; the part must lie inside the file.</summary>
    /// <exception cref="InvalidDataException">A block is damaged.</exception>
    public Sound Read(int start, int count)
    {
        var samples = new float[format.Channels * count];
        if (format.Encoding == WavEncoding.ImaAdpcm) ReadBlocks(samples, start, count);
        else ReadSamples(samples, start, count);
        return new Sound(samples, format.Channels, format.Rate);
    }

    private void ReadSamples(float[] samples, int start, int count)
    {
        int bytes = WavSample.Bytes(format.Encoding);
        ReadOnlySpan<byte> from = data.Span[(start * bytes * format.Channels)..];
        for (int t = 0, at = 0; t < count; t++)
            for (int c = 0; c < format.Channels; c++, at += bytes)
                samples[(c * count) + t] = WavSample.Read(format.Encoding, from[at..]);
    }

    private void ReadBlocks(float[] samples, int start, int count)
    {
        int perBlock = ImaAdpcm.SamplesPerBlock(format.BlockBytes, format.Channels);
        var decoded = new float[perBlock * format.Channels];
        for (int done = 0; done < count;)
        {
            int block = (start + done) / perBlock, skipped = (start + done) % perBlock;
            int wanted = Math.Min(perBlock - skipped, count - done), needed = skipped + wanted;
            if (!ImaAdpcm.TryDecode(data.Span[(block * format.BlockBytes)..], format.Channels, decoded, needed))
                throw new InvalidDataException($"{name} is damaged: block {block} of its samples begins with a step that is none");
            for (int c = 0; c < format.Channels; c++)
                decoded.AsSpan((c * needed) + skipped, wanted).CopyTo(samples.AsSpan((c * count) + done));
            done += wanted;
        }
    }
}
