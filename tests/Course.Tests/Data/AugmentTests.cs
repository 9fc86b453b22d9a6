using Course.Data;
using static TorchSharp.torch;

namespace Course.Tests.Data;

public sealed class AugmentTests
{
    [Fact]
    public void Shift_moves_the_picture_and_fills_with_zero()
    {
        using Tensor images = zeros(200, 2, 7, 5);
        for (int n = 0; n < 200; n++)
            for (int c = 0; c < 2; c++)
                images[n, c, 3, 2] = c + 1;
        using Tensor moved = Augment.RandomShift(images, 2, seed: 8);
        var places = new HashSet<(int, int)>();
        float[] values = moved.data<float>().ToArray();
        for (int n = 0; n < 200; n++)
        {
            int first = Array.IndexOf(values, 1f, n * 70, 35) - (n * 70);
            places.Add((first / 5, first % 5));
            // Both channels move together, and nothing else appears.
            Assert.Equal(2f, values[(n * 70) + 35 + first]);
            Assert.Equal(3f, values.Skip(n * 70).Take(70).Sum());
        }

        Assert.Equal(25, places.Count);
        Assert.All(places, place => Assert.True(place.Item1 is >= 1 and <= 5 && place.Item2 is >= 0 and <= 4));
        Assert.Equal(values, Augment.RandomShift(images, 2, seed: 8).data<float>().ToArray());
    }

    [Fact]
    public void A_shift_by_more_than_the_picture_leaves_nothing()
    {
        using Tensor images = ones(50, 1, 2, 2);
        Assert.All(Augment.RandomShift(images, 40, seed: 1).data<float>().ToArray().Chunk(4),
            picture => Assert.InRange(picture.Sum(), 0, 4));
    }

    [Fact]
    public void Flip_mirrors_some_pictures_and_leaves_the_others()
    {
        using Tensor images = arange(6, ScalarType.Float32).reshape(1, 1, 2, 3).repeat(100, 1, 1, 1);
        float[][] flipped = Augment.RandomFlip(images, seed: 2).data<float>().ToArray().Chunk(6).ToArray();
        int mirrored = flipped.Count(picture => picture.SequenceEqual([2, 1, 0, 5, 4, 3]));
        Assert.InRange(mirrored, 30, 70);
        Assert.Equal(100 - mirrored, flipped.Count(picture => picture.SequenceEqual([0, 1, 2, 3, 4, 5])));
    }
}
