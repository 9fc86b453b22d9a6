using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Small heat maps without ticks, for panels whose places need no numbers.</summary>
public sealed class BareHeatmaps : Recipe
{
    protected override Figure Draw() => Plot.Grid(Enumerable.Range(0, 4).Select(Panel), columns: 4);

    private static Chart Panel(int place)
    {
        var similarity = new double[4, 4];
        for (int i = 0; i < 16; i++)
            similarity[i / 4, i % 4] = 1 - (0.5 * Math.Abs((i % 4) - place));
        return Plot.Heatmap(similarity, min: -1, max: 1, colorBar: false)
            .WithXTicks(Array.Empty<int>(), []).WithYTicks(Array.Empty<int>(), [])
            .WithTitle($"column {place + 1}").WithSize(150, 170);
    }

    [Fact]
    public void Has_no_ticks()
    {
        Assert.Empty(Texts("x-ticks"));
        Assert.Empty(Texts("y-ticks"));
        Assert.Empty(Marks("axes", "line"));
        Assert.Empty(Plotly["layout"]!["xaxis"]!["tickvals"]!.AsArray());
        Assert.Empty(Plotly["layout"]!["yaxis"]!["tickvals"]!.AsArray());
        Assert.False(Plotly["layout"]!["xaxis"]!["showticklabels"]!.GetValue<bool>());
    }
}
