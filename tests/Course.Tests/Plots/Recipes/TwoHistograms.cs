using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Two distributions on the same bins.</summary>
public sealed class TwoHistograms : Recipe
{
    protected override Figure Draw() =>
        Plot.Histogram(Noise(3000, seed: 1), bins: 40, name: "scaled by 1/sqrt(d)", density: true)
            .AddHistogram(Noise(3000, seed: 2).Select(v => v * 3), name: "not scaled")
            .WithTitle("Scores before the softmax").WithAxes("score", "density");

    [Fact]
    public void Shares_the_bins()
    {
        Assert.Equal(Traces[0]!["x"]!.ToJsonString(), Traces[1]!["x"]!.ToJsonString());
        double width = Traces[0]!["width"]!.GetValue<double>();
        Assert.Equal(1, Traces[1]!["y"]!.AsArray().Sum(density => density!.GetValue<double>()) * width, 4);
        Assert.Equal(-width / 2, Traces[0]!["offset"]!.GetValue<double>(), 4);
        Assert.Equal(["scaled by 1/sqrt(d)", "not scaled"], Texts("legend"));
    }
}
