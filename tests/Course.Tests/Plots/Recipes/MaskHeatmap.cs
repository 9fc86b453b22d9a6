using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>A matrix of true and false.</summary>
public sealed class MaskHeatmap : Recipe
{
    protected override Figure Draw()
    {
        var mask = new bool[6, 6];
        for (int query = 0; query < 6; query++)
            for (int key = 0; key <= query; key++)
                mask[query, key] = true;
        return Plot.Heatmap(mask, rows: ["the", "cat", "sat", "on", "the", "mat"], columns: ["the", "cat", "sat", "on", "the", "mat"])
            .WithTitle("Causal mask: a word sees itself and those before it").WithAxes("key", "query");
    }

    [Fact]
    public void Has_two_colours_and_no_colour_bar()
    {
        Assert.Equal(2, Marks("heatmap", "rect").Select(cell => (string?)cell.Attribute("fill")).Distinct().Count());
        Assert.Empty(Marks("color-bar", "rect"));
        Assert.False(Traces[0]!["showscale"]!.GetValue<bool>());
    }
}
