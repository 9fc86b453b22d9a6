using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Four kinds of charts in one figure.</summary>
public sealed class TwoByTwo : Recipe
{
    protected override Figure Draw()
    {
        int[] epochs = [1, 2, 3, 4, 5, 6];
        return Plot.Grid(
            [
                Plot.Line(epochs, epochs.Select(e => 2.0 / e), name: "train")
                    .AddLine(epochs, epochs.Select(e => 0.3 + (2.0 / e)), name: "validation")
                    .WithTitle("Loss").WithAxes("epoch", "loss"),
                Plot.Line(epochs, epochs.Select(e => 1 - (0.5 / e)), name: "validation", color: "#d55e00")
                    .WithTitle("Accuracy").WithAxes("epoch", null)
                    .WithFormats(y: "0 %"),
                Plot.Heatmap(new[,] { { 0.7, 0.2, 0.1 }, { 0.1, 0.8, 0.1 }, { 0.3, 0.3, 0.4 } }, cellFormat: "0.0")
                    .WithTitle("Attention").WithAxes("key", "query"),
                Plot.Histogram(Noise(500, seed: 9), bins: 16).WithTitle("Activations").WithAxes("value", "count"),
            ], columns: 2).WithTitle("One training run");
    }

    [Fact]
    public void Has_four_pairs_of_axes()
    {
        Assert.Equal(4, Svg.Descendants().Count(g => (string?)g.Attribute("class") == "chart"));
        foreach (string axis in new[] { "xaxis", "xaxis2", "xaxis3", "xaxis4" }) Assert.NotNull(Plotly["layout"]![axis]);
        Assert.Equal(["scatter", "scatter", "scatter", "heatmap", "bar"], TraceTypes);
    }
}
