using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Two lines with markers and a legend.</summary>
public sealed class TrainingCurves : Recipe
{
    private static readonly int[] Epochs = Enumerable.Range(1, 12).ToArray();

    protected override Figure Draw() =>
        Plot.Line(Epochs, Epochs.Select(e => 0.25 + (1.9 * Math.Exp(-e / 2.5))), name: "training", markers: true)
            .AddLine(Epochs, Epochs.Select(e => 0.42 + (1.6 * Math.Exp(-e / 2.0)) + (0.006 * e)), name: "validation",
                style: LineStyle.Dashed, markers: true)
            .WithTitle("Loss of the Vision Transformer")
            .WithAxes("epoch", "cross-entropy (nats)");

    [Fact]
    public void Has_two_lines_of_twelve_markers()
    {
        Assert.Equal(2, Marks("line", "path").Count);
        Assert.Equal(24, Marks("line", "circle").Count);
        Assert.Equal(["training", "validation"], Texts("legend"));
        Assert.Equal(Enumerable.Range(1, 12).Select(e => e.ToString()), Texts("x-ticks"));
        Assert.Equal(["scatter", "scatter"], TraceTypes);
        Assert.Equal("dash", Traces[1]!["line"]!["dash"]!.GetValue<string>());
    }
}
