using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Two bars a category, with error bars, values and a line for chance.</summary>
public sealed class GroupedBars : Recipe
{
    protected override Figure Draw() =>
        Plot.Bar(["1 %", "10 %", "100 %"], [0.61, 0.76, 0.88], name: "ViT", errors: [0.03, 0.02, 0.005], valueFormat: "0.0 %")
            .AddBar([0.74, 0.85, 0.905], name: "CNN", errors: [0.02, 0.01, 0.004])
            .AddHorizontalLine(0.1, "chance")
            .WithTitle("Inductive bias: little data favours convolution")
            .WithAxes("share of the training pictures", "test accuracy")
            .WithFormats(y: "0 %")
            .WithYRange(0, 1);

    [Fact]
    public void Has_six_bars_with_errors_and_values()
    {
        Assert.Equal(6, Marks("bar", "rect").Count);
        Assert.Equal(6, Marks("bar", "path").Count);
        Assert.Contains("90.5 %", Texts("bar"));
        Assert.Equal(["1 %", "10 %", "100 %"], Texts("x-ticks"));
        Assert.Equal(["bar", "bar"], TraceTypes);
        Assert.Single(Plotly["layout"]!["shapes"]!.AsArray());
    }
}
