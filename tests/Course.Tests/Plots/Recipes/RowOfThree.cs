using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Three attention heads side by side.</summary>
public sealed class RowOfThree : Recipe
{
    protected override Figure Draw() =>
        Plot.Grid(Enumerable.Range(0, 3).Select(head => Plot.Heatmap(Attention(head), min: 0, max: 1, colorBar: head == 2)
            .WithTitle($"head {head}").WithAxes("key", head == 0 ? "query" : null)), columns: 3);

    [Fact]
    public void Has_three_heatmaps()
    {
        Assert.Equal(["heatmap", "heatmap", "heatmap"], TraceTypes);
        Assert.Equal(600, Draw().Width);
    }

    private static double[,] Attention(int head)
    {
        var weights = new double[10, 10];
        for (int query = 0; query < 10; query++)
            for (int key = 0; key < 10; key++)
                weights[query, key] = Math.Exp(-Math.Pow(query - key - (head * 2), 2) / (1 + head));
        return weights;
    }
}
