using Course.Plots;
using Course.Vision;

namespace Course.Audio;

/// <summary>Draws a clip as its waveform: for each column of pixels the range of the samples in it.</summary>
internal static class Waveform
{
    private const int Width = 600;
    private const int ChannelHeight = 64;

    /// <summary>The drawing, one band a channel.</summary>
    public static Picture Of(Sound clip)
    {
        var canvas = new Canvas(Width, ChannelHeight * clip.Channels, Rgb.White);
        for (int c = 0; c < clip.Channels; c++)
        {
            int middle = (c * ChannelHeight) + (ChannelHeight / 2);
            canvas.Fill(0, middle, Width, 1, Rgb.Parse(Palette.GridLine));
            for (int x = 0; x < Width; x++)
            {
                (float low, float high) = Range(Column(clip, c, x));
                int top = Level(high), bottom = Level(low);
                canvas.Fill(x, middle - top, 1, Math.Max(1, top - bottom + 1), Rgb.Parse(Palette.At(c)));
            }
        }

        return canvas.ToPicture();
    }

    /// <summary>The samples of a column; a clip shorter than the picture has the same sample in several.</summary>
    private static ReadOnlySpan<float> Column(Sound clip, int channel, int x)
    {
        int from = (int)((long)x * clip.Length / Width), to = (int)((long)(x + 1) * clip.Length / Width);
        return clip.Channel(channel)[from..Math.Max(from + 1, to)];
    }

    private static (float Low, float High) Range(ReadOnlySpan<float> samples)
    {
        (float low, float high) = (float.MaxValue, float.MinValue);
        foreach (float sample in samples) (low, high) = (Math.Min(low, sample), Math.Max(high, sample));
        return (low, high);
    }

    private static int Level(float sample) =>
        float.IsNaN(sample) ? 0 : (int)Math.Round(Math.Clamp(sample, -1, 1) * ((ChannelHeight / 2) - 2));
}
