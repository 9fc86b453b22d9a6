using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Labelled points; labels move aside rather than cover each other.</summary>
public sealed class ScatterWithLabels : Recipe
{
    protected override Figure Draw() =>
        Plot.Scatter(
                [5.7, 22.1, 86.6, 304.3, 88.2, 23.5], [72.2, 79.9, 81.8, 84.2, 81.2, 79.3],
                labels: ["ViT-Ti/16", "ViT-S/16", "ViT-B/16", "ViT-L/16", "ViT-B/32 & friends", "ViT-S <small>"], size: 8)
            .WithLogX()
            .WithTitle("Parameters and accuracy")
            .WithAxes("parameters (millions)", "accuracy (%)");

    [Fact]
    public void Writes_every_label_escaped()
    {
        Assert.Equal(6, Texts("labels").Count);
        Assert.Contains("ViT-S <small>", Texts("labels"));
        Assert.Contains("ViT-S &lt;small&gt;", Draw().ToSvg(), StringComparison.Ordinal);
        Assert.Equal("markers+text", Traces[0]!["mode"]!.GetValue<string>());
    }
}
