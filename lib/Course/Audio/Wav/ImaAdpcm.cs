using System.Buffers.Binary;

namespace Course.Audio.Wav;

/// <summary>
/// Blocks of IMA ADPCM, four bits a sample (Interactive Multimedia Association, Recommended Practices for Enhancing Digital Audio
/// Compatibility, 1992; in WAV files Microsoft, New Multimedia Data Types and Data Techniques, 1994). A block begins with the first sample
/// and the step of each channel, so that it can be decoded without the blocks before it. Then four bytes, eight samples, of each channel
/// take turns; the lower half of a byte comes first.
/// </summary>
internal static class ImaAdpcm
{
    /// <summary>Bits of a stored difference.</summary>
    public const int Bits = 4;

    /// <summary>Bytes of each channel in front of a block's differences.</summary>
    public const int HeadBytes = 4;

    /// <summary>Bytes of one channel before it is the next one's turn.</summary>
    public const int TurnBytes = 4;

    /// <summary>Samples of each channel in a block: one in the head, two in each other byte.</summary>
    public static int SamplesPerBlock(int blockBytes, int channels) => (((blockBytes / channels) - HeadBytes) * 2) + 1;

    /// <summary>The usual block: 256 bytes a channel, and as many times more as the rate is above 11,025.</summary>
    public static int UsualBlockBytes(int channels, int rate)
    {
        int most = ushort.MaxValue / channels / TurnBytes * TurnBytes;
        return Math.Min(256 * Math.Max(1, rate / 11025), most) * channels;
    }

    /// <summary>
    /// Decodes the first <paramref name="length"/> samples of each channel of a block; channel c goes to <paramref name="samples"/> from
    /// c x length on.
    /// </summary>
    /// <returns>False when a channel's head holds a step that there is not.</returns>
    public static bool TryDecode(ReadOnlySpan<byte> block, int channels, Span<float> samples, int length)
    {
        for (int c = 0; c < channels; c++)
        {
            Span<float> channel = samples.Slice(c * length, length);
            ReadOnlySpan<byte> head = block[(c * HeadBytes)..];
            if (head[2] >= ImaAdpcmPredictor.Steps) return false;
            var predictor = new ImaAdpcmPredictor { Value = BinaryPrimitives.ReadInt16LittleEndian(head), Step = head[2] };
            channel[0] = predictor.Value / 32768f;
            for (int i = 0, t = 1; t < length; i++)
            {
                byte pair = block[Place(i, c, channels)];
                channel[t++] = predictor.Decode(pair & 15) / 32768f;
                if (t < length) channel[t++] = predictor.Decode(pair >> Bits) / 32768f;
            }
        }

        return true;
    }

    /// <summary>
    /// Encodes the samples of each channel from <paramref name="start"/> on; beyond the end the last sample is repeated. The predictors,
    /// one a channel, keep their steps from block to block.
    /// </summary>
    public static void Encode(Sound sound, int start, Span<byte> block, ImaAdpcmPredictor[] predictors)
    {
        int count = SamplesPerBlock(block.Length, sound.Channels);
        block.Clear();
        for (int c = 0; c < sound.Channels; c++)
        {
            ReadOnlySpan<float> channel = sound.Channel(c);
            ref ImaAdpcmPredictor predictor = ref predictors[c];
            predictor.Value = Sample(channel, start);
            BinaryPrimitives.WriteInt16LittleEndian(block[(c * HeadBytes)..], (short)predictor.Value);
            block[(c * HeadBytes) + 2] = (byte)predictor.Step;
            for (int i = 0, t = start + 1; i < (count - 1) / 2; i++, t += 2)
            {
                int first = predictor.Encode(Sample(channel, t)), second = predictor.Encode(Sample(channel, t + 1));
                block[Place(i, c, sound.Channels)] = (byte)(first | (second << Bits));
            }
        }
    }

    /// <summary>Where in a block the byte with a channel's pair of differences number <paramref name="i"/> is.</summary>
    private static int Place(int i, int channel, int channels) =>
        (HeadBytes * channels) + ((((i / TurnBytes) * channels) + channel) * TurnBytes) + (i % TurnBytes);

    private static int Sample(ReadOnlySpan<float> channel, int t) => WavSample.ToInt16(channel[Math.Min(t, channel.Length - 1)]);
}
