using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>How values are distributed.</summary>
public sealed class OneHistogram : Recipe
{
    protected override Figure Draw() =>
        Plot.Histogram(Noise(2000, seed: 5)).WithTitle("2,000 attention scores").WithAxes("score", "count");

    [Fact]
    public void Counts_every_value_once()
    {
        Assert.Equal(2000, Traces[0]!["y"]!.AsArray().Sum(count => count!.GetValue<double>()));
        Assert.Equal(30, Traces[0]!["x"]!.AsArray().Count);
    }
}
