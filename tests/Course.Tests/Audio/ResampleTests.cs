using Course.Audio;

namespace Course.Tests.Audio;

public sealed class ResampleTests
{
    [Theory]
    [InlineData(44100, 8000, 1000)]
    [InlineData(8000, 44100, 1000)]
    [InlineData(16000, 8000, 3000)]
    [InlineData(11025, 8000, 440)]
    public void A_tone_stays_the_same_tone(int from, int to, double hertz)
    {
        Sound sound = new Sound([.. Tone(from, from / 4, hertz), .. Tone(from, from / 4, hertz / 2)], 2, from).Resample(to);
        Assert.Equal((2, to), (sound.Channels, sound.Rate));
        Assert.Equal(from / 4 / (double)from, sound.Duration.TotalSeconds, 1.0 / to);
        for (int c = 0; c < 2; c++)
        {
            float[] expected = Tone(to, sound.Length, hertz / (c + 1));
            // At the ends the sum misses samples.
            int edge = to / 50;
            for (int t = edge; t < sound.Length - edge; t++) Assert.Equal(expected[t], sound.Channel(c)[t], 0.002);
        }
    }

    [Theory]
    [InlineData(4500)]
    [InlineData(7000)]
    public void A_tone_that_the_new_rate_cannot_hold_vanishes(double hertz)
    {
        Sound sound = new Sound(Tone(16000, 8000, hertz), 1, 16000).Resample(8000);
        Assert.All(sound.Channel(0)[100..^100].ToArray(), sample => Assert.InRange(sample, -0.003, 0.003));
    }

    [Fact]
    public void The_same_rate_changes_nothing_and_no_rate_is_told()
    {
        var sound = new Sound([1, 2, 3], 1, 8000);
        Assert.Same(sound, sound.Resample(8000));
        Assert.Contains("a rate of 0 samples", Assert.Throws<ArgumentOutOfRangeException>(() => sound.Resample(0)).Message);
        Assert.Equal(1, new Sound([0.5f], 1, 8000).Resample(1).Length);
    }

    private static float[] Tone(int rate, int length, double hertz) =>
        [.. Enumerable.Range(0, length).Select(t => (float)(0.8 * Math.Sin(2 * Math.PI * hertz * t / rate)))];
}
