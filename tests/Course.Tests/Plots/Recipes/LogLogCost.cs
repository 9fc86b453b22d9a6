using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Both axes logarithmic: the cost of attention over the sequence length, with the slope of a square.</summary>
public sealed class LogLogCost : Recipe
{
    private static readonly int[] Lengths = [16, 32, 64, 128, 256, 512, 1024, 2048];

    protected override Figure Draw() =>
        Plot.Scatter(Lengths, Lengths.Select(n => (2e-6 * n) + (3.1e-9 * n * n)), name: "measured", size: 9)
            .AddLine(Lengths, Lengths.Select(n => 3.1e-9 * n * n), name: "quadratic part", style: LineStyle.Dashed)
            .WithLogX().WithLogY()
            .WithTitle("Attention costs the square of the sequence length")
            .WithAxes("tokens", "seconds");

    [Fact]
    public void Labels_decades()
    {
        Assert.Equal(["100", "1,000"], Texts("x-ticks"));
        Assert.Contains("10⁻⁵", Texts("y-ticks"));
        Assert.Equal(8, Marks("scatter", "circle").Count);
        Assert.Equal("log", Plotly["layout"]!["xaxis"]!["type"]!.GetValue<string>());
    }
}
