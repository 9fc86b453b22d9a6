using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Course.Tests.Models;

public sealed class FourierFeaturesTests : IDisposable
{
    private readonly DisposeScope _scope = NewDisposeScope();

    [Theory]
    [InlineData(258, 64, new long[] { 224, 224 })]
    [InlineData(129, 64, new long[] { 11_025 })]
    [InlineData(27, 4, new long[] { 4, 12, 12 })]
    public void Each_axis_has_its_coordinate_and_two_waves_a_band(long channels, long bands, long[] sizes)
    {
        var features = new FourierFeatures(bands, sizes);
        Assert.Equal(channels, features.Channels);
        Assert.Equal([7, channels], features.Encode(rand(7, sizes.Length)).shape);
    }

    [Fact]
    public void The_grid_goes_from_corner_to_corner_last_axis_fastest()
    {
        Tensor grid = FourierFeatures.Grid(2, 3);
        Assert.True(grid.allclose(tensor(new float[,] { { -1, -1 }, { -1, 0 }, { -1, 1 }, { 1, -1 }, { 1, 0 }, { 1, 1 } })));
        Assert.True(new FourierFeatures(2, 2, 3).OfGrid().narrow(1, 0, 2).allclose(grid));
    }

    [Fact]
    public void The_grid_is_made_once_and_outlives_the_scope_that_asked_first()
    {
        var features = new FourierFeatures(2, 3, 4);
        Tensor first;
        using (NewDisposeScope()) first = features.OfGrid();
        Assert.Same(first, features.OfGrid());
        Assert.True(first.allclose(features.Encode(FourierFeatures.Grid(3, 4))));
    }

    [Fact]
    public void No_two_places_of_a_grid_are_alike()
    {
        Tensor places = new FourierFeatures(4, 6, 5).OfGrid();                       // (30, 18)
        Tensor distances = (places.unsqueeze(0) - places.unsqueeze(1)).pow(2).sum(-1) + eye(30);
        Assert.True(distances.min().item<float>() > 0.1f);
    }

    [Fact]
    public void Many_leading_dimensions_are_encoded_place_by_place()
    {
        var features = new FourierFeatures(3, 8, 8);
        Tensor coordinates = rand(2, 5, 2);
        Assert.True(features.Encode(coordinates)[1, 3].allclose(features.Encode(coordinates[1, 3])));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        Assert.Contains("at least 1 band", Assert.Throws<ArgumentException>(() => new FourierFeatures(0, 8)).Message);
        Assert.Contains("at least one axis", Assert.Throws<ArgumentException>(() => new FourierFeatures(4)).Message);
        Assert.Contains("at least 2 steps", Assert.Throws<ArgumentException>(() => new FourierFeatures(4, 8, 1)).Message);
        Assert.Contains("2 axes", Assert.Throws<ArgumentException>(() => new FourierFeatures(4, 8, 8).Encode(zeros(5, 3))).Message);
    }

    public void Dispose() => _scope.Dispose();
}
