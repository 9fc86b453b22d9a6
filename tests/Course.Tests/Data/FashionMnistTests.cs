using Course.Data;
using Course.Vision;
using static TorchSharp.torch;

namespace Course.Tests.Data;

/// <summary>Loads the real data once for all tests.</summary>
public sealed class FashionMnistFixture : IDisposable
{
    public FashionMnist Data { get; } = FashionMnist.Load();

    public void Dispose()
    {
        Data.Train.Dispose();
        Data.Test.Dispose();
    }
}

public sealed class FashionMnistTests(FashionMnistFixture fixture) : IClassFixture<FashionMnistFixture>
{
    [Fact]
    public void Has_the_promised_pictures()
    {
        Assert.Equal([24_000, 1, 28, 28], fixture.Data.Train.Images.shape);
        Assert.Equal([10_000, 1, 28, 28], fixture.Data.Test.Images.shape);
        Assert.Equal(ScalarType.Float32, fixture.Data.Train.Images.dtype);
        Assert.Equal(ScalarType.Int64, fixture.Data.Train.Labels.dtype);
        Assert.All(fixture.Data.Train.LabelValues.GroupBy(label => label), group => Assert.Equal(2400, group.Count()));
        Assert.All(fixture.Data.Test.LabelValues.GroupBy(label => label), group => Assert.Equal(1000, group.Count()));
        Assert.Equal(10, FashionMnist.ClassNames.Count);
    }

    [Fact]
    public void The_first_pictures_are_the_published_ones()
    {
        // The official files begin with these classes; the first training picture is an ankle boot.
        Assert.Equal([9, 0, 0, 3, 0, 2, 7, 2, 5, 5], fixture.Data.Train.LabelValues.Take(10));
        Assert.Equal([9, 2, 1, 1, 6, 1, 4, 6, 5, 7], fixture.Data.Test.LabelValues.Take(10));
        Picture boot = fixture.Data.Train.Picture(0);
        Assert.Equal("Ankle boot", fixture.Data.Train.NameOf(0));
        Assert.Equal((28, 28, 1), (boot.Width, boot.Height, boot.Channels));
        Assert.Equal(76_247, boot.Pixels.ToArray().Sum(pixel => pixel));
    }

    [Fact]
    public void Values_run_from_0_to_1()
    {
        Assert.Equal(0f, fixture.Data.Test.Images.min().item<float>());
        Assert.Equal(1f, fixture.Data.Test.Images.max().item<float>());
        // The published mean of the training pictures is 0.2860; a part of them and the test set come close.
        Assert.Equal(0.286, fixture.Data.Train.Images.mean().item<float>(), 2);
    }

    [Fact]
    public void Split_is_stratified_and_outlives_a_scope()
    {
        LabelledImages validation;
        using (NewDisposeScope()) (_, validation) = fixture.Data.Train.Split(0.9, seed: 1);
        Assert.Equal(2400, validation.Count);
        Assert.All(validation.LabelValues.GroupBy(label => label), group => Assert.Equal(240, group.Count()));
        validation.Dispose();
    }

    [Fact]
    public void Batches_cover_everything_once_in_an_order_the_seed_decides()
    {
        var seen = new List<long>();
        using Tensor numbers = arange(103);
        using Tensor pictures = numbers.to(ScalarType.Float32).reshape(103, 1, 1, 1);
        foreach (var (x, y) in Batches.Of(pictures, numbers, 10, shuffleSeed: 4))
        {
            Assert.Equal(x.reshape(-1).to(ScalarType.Int64).data<long>().ToArray(), y.data<long>().ToArray());
            seen.AddRange(y.data<long>().ToArray());
        }

        Assert.Equal(Enumerable.Range(0, 103).Select(i => (long)i), seen.Order());
        Assert.NotEqual(seen.Order(), seen);
        Assert.Equal(seen, Batches.Of(pictures, numbers, 10, shuffleSeed: 4).SelectMany(batch => batch.Labels.data<long>().ToArray()));
        Assert.Equal(10, Batches.Of(pictures, numbers, 10, dropLast: true).Count());
        Assert.Equal(11, Batches.Count(103, 10));
        Assert.Equal(Enumerable.Range(0, 103).Select(i => (long)i),
            Batches.Of(pictures, numbers, 10).SelectMany(batch => batch.Labels.data<long>().ToArray()));
    }

    [Fact]
    public void A_batch_is_disposed_when_the_loop_goes_on()
    {
        using Tensor pictures = ones(4, 1, 2, 2);
        using Tensor labels = zeros(4, ScalarType.Int64);
        var batches = Batches.Of(pictures, labels, 2, shuffleSeed: 1).ToList();
        Assert.Throws<InvalidOperationException>(() => batches[0].Images.sum());
        Assert.Equal(16f, pictures.sum().item<float>());
    }
}
