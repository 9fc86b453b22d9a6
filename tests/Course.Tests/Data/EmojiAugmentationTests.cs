using Course.Data;
using Course.Tests.Support;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Data;

[Collection(RandomNumbersCollection.Name)]
public sealed class EmojiAugmentationTests : IDisposable
{
    private const float Background = (208 / 127.5f) - 1;

    private static readonly EmojiAugmentation Nothing = new()
    {
        Shift = 0, Scale = 0, Stretch = 0, Rotation = 0, Shear = 0, Mirror = 0,
        Colour = 0, Grey = 0, Swap = 0, Invert = 0, Outline = 0, Cover = 0,
    };

    private readonly DisposeScope _scope = NewDisposeScope();

    [Fact]
    public void Without_amounts_nothing_changes()
    {
        Tensor images = Drawings();
        AssertClose(images, Nothing.Apply(images, seed: 3));
    }

    [Fact]
    public void The_seed_decides_and_a_picture_does_not_depend_on_its_neighbours()
    {
        var all = new EmojiAugmentation { Shear = 0.1, Invert = 0.3, Outline = 0.3, Cover = 6 };
        Tensor images = Drawings();
        float[] first = Values(all.Apply(images, seed: 3));
        Assert.Equal(first, Values(all.Apply(images, seed: 3)));
        Assert.NotEqual(first, Values(all.Apply(images, seed: 4)));
        Assert.Equal(first[..(2 * 3 * 12 * 12)], Values(all.Apply(images[..2], seed: 3)));
    }

    [Fact]
    public void Mirror_exchanges_left_and_right() =>
        AssertClose(Drawings().flip(3), (Nothing with { Mirror = 1 }).Apply(Drawings(), seed: 1));

    [Fact]
    public void Grey_makes_the_channels_equal()
    {
        Tensor grey = (Nothing with { Grey = 1 }).Apply(Drawings(), seed: 1);
        AssertClose(Drawings().mean([1L], keepdim: true).expand(-1, 3, -1, -1), grey);
    }

    [Fact]
    public void Invert_keeps_the_background_and_undoes_itself()
    {
        EmojiAugmentation invert = Nothing with { Invert = 1 };
        Tensor empty = full([1, 3, 12, 12], Background);
        AssertClose(empty, invert.Apply(empty, seed: 1));
        AssertClose(Drawings(), invert.Apply(invert.Apply(Drawings(), seed: 1), seed: 2));
    }

    [Fact]
    public void Swap_gives_the_three_channels_in_each_of_the_six_orders()
    {
        Tensor colours = tensor(new float[] { 0.1f, 0.2f, 0.3f }).view(1, 3, 1, 1).expand(64, 3, 12, 12);
        Tensor swapped = (Nothing with { Swap = 1 }).Apply(colours, seed: 1)[TensorIndex.Ellipsis, 6, 6];
        var orders = Enumerable.Range(0, 64).Select(i => string.Join(' ', Values(swapped[i]).Select(value => $"{value:0.0}"))).Distinct();
        Assert.Equal(["0.1 0.2 0.3", "0.1 0.3 0.2", "0.2 0.1 0.3", "0.2 0.3 0.1", "0.3 0.1 0.2", "0.3 0.2 0.1"], orders.Order());
    }

    [Fact]
    public void Moving_and_turning_fill_in_background_and_leave_it_alone()
    {
        var move = Nothing with { Shift = 3, Scale = 0.3, Stretch = 0.2, Rotation = 30, Shear = 0.2, Mirror = 0.5, Cover = 4 };
        Tensor empty = full([16, 3, 12, 12], Background);
        AssertClose(empty, move.Apply(empty, seed: 5));
        Tensor moved = move.Apply(Drawings(), seed: 5);
        Assert.True(moved.min().item<float>() >= -1.0001f && moved.max().item<float>() <= 1.0001f);
        Assert.NotEqual(Values(Drawings()), Values(moved));
    }

    [Fact]
    public void Outline_is_dark_where_neighbours_differ_and_background_elsewhere()
    {
        Tensor square = full([1, 3, 12, 12], Background);
        square[0, TensorIndex.Ellipsis, TensorIndex.Slice(3, 9), TensorIndex.Slice(3, 9)] = -1f;
        Tensor lines = (Nothing with { Outline = 1 }).Apply(square, seed: 1)[0, 0];
        Assert.Equal(Background, lines[6, 6].item<float>(), 4);
        Assert.Equal(Background, lines[0, 0].item<float>(), 4);
        Assert.True(lines[6, 3].item<float>() < -0.5f);
    }

    [Fact]
    public void Pictures_of_another_shape_are_refused() =>
        Assert.Contains("drawings must have shape (N, 3, S, S), not (2, 3, 4, 5)",
            Assert.Throws<ArgumentException>(() => Nothing.Apply(zeros(2, 3, 4, 5), seed: 1)).Message);

    public void Dispose() => _scope.Dispose();

    private static Tensor Drawings() => (rand([4, 3, 12, 12], generator: new Generator(1)) * 2) - 1;

    private static float[] Values(Tensor values) => values.contiguous().data<float>().ToArray();

    private static void AssertClose(Tensor expected, Tensor actual) => Assert.True(
        expected.shape.SequenceEqual(actual.shape) && (expected - actual).abs().max().item<float>() < 1e-5f,
        $"expected {expected}, got {actual}");
}
