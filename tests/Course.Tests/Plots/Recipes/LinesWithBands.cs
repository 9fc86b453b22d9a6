using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>A mean with its standard deviation as a band, and another one with error bars.</summary>
public sealed class LinesWithBands : Recipe
{
    private static readonly double[] Steps = Enumerable.Range(0, 41).Select(i => i * 25.0).ToArray();
    private static readonly double[] Mean = Steps.Select(s => 1 - Math.Exp(-s / 300)).ToArray();
    private static readonly double[] Coarse = [100, 300, 500, 700, 900];

    protected override Figure Draw() =>
        Plot.Line(Steps, Mean, name: "with warm-up")
            .AddBand(Steps, Mean.Select(m => m - 0.07), Mean.Select(m => m + 0.07))
            .AddLine(Coarse, Coarse.Select(s => 0.9 - Math.Exp(-s / 350)), name: "without", markers: true,
                errors: [0.12, 0.1, 0.09, 0.05, 0.04])
            .WithTitle("Accuracy over five seeds: mean and standard deviation")
            .WithAxes("step", "accuracy")
            .WithFormats(y: "0 %");

    [Fact]
    public void Has_a_band_and_five_error_bars()
    {
        Assert.Single(Marks("band", "path"));
        Assert.Equal(5, Marks("line", "path").Count(path => (string?)path.Attribute("class") == "error"));
        Assert.Contains("60 %", Texts("y-ticks"));
        Assert.Equal(["scatter", "scatter", "scatter", "scatter"], TraceTypes);
        Assert.Equal("tonexty", Traces[2]!["fill"]!.GetValue<string>());
        Assert.Equal(".0%", Plotly["layout"]!["yaxis"]!["tickformat"]!.GetValue<string>());
    }
}
