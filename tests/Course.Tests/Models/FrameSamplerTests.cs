using Course.Data;
using Course.Models;

namespace Course.Tests.Models;

public sealed class FrameSamplerTests
{
    [Theory]
    [InlineData(8, 4, new long[] { 1, 3, 5, 7 })]
    [InlineData(6, 4, new long[] { 0, 2, 3, 5 })]
    [InlineData(4, 4, new long[] { 0, 1, 2, 3 })]
    [InlineData(3, 6, new long[] { 0, 0, 1, 1, 2, 2 })]
    [InlineData(9, 1, new long[] { 4 })]
    public void Uniform_takes_the_middle_of_each_stretch(int frames, int count, long[] expected) =>
        Assert.Equal(expected, FrameSampler.Uniform(frames, count));

    [Fact]
    public void Random_takes_one_frame_of_each_stretch_and_reaches_all_of_them()
    {
        var random = new SeededRandom(1);
        var seen = new HashSet<long>();
        for (int i = 0; i < 300; i++)
        {
            long[] drawn = FrameSampler.Random(12, 3, random);
            Assert.Equal([0, 1, 2], drawn.Select(frame => frame / 4));
            seen.UnionWith(drawn);
        }

        Assert.Equal(12, seen.Count);
    }

    [Fact]
    public void Dense_takes_neighbours_and_stays_on_the_last_frame_of_a_short_clip()
    {
        var random = new SeededRandom(1);
        var starts = new HashSet<long>();
        for (int i = 0; i < 300; i++)
        {
            long[] drawn = FrameSampler.Dense(7, 3, random);
            Assert.Equal([drawn[0], drawn[0] + 1, drawn[0] + 2], drawn);
            starts.Add(drawn[0]);
        }

        Assert.Equal([0, 1, 2, 3, 4], starts.Order());
        Assert.Equal([0, 1, 1, 1], FrameSampler.Dense(2, 4, random));
    }

    [Fact]
    public void No_frames_and_none_wanted_are_refused()
    {
        Assert.Throws<ArgumentException>(() => FrameSampler.Uniform(0, 4));
        Assert.Throws<ArgumentException>(() => FrameSampler.Random(4, 0, new SeededRandom(1)));
        Assert.Throws<ArgumentException>(() => FrameSampler.Dense(-1, 4, new SeededRandom(1)));
    }
}
