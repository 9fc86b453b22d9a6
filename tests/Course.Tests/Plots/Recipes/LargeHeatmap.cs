using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>A large matrix is embedded as a picture, so that the file stays small.</summary>
public sealed class LargeHeatmap : Recipe
{
    protected override Figure Draw()
    {
        var similarity = new double[64, 64];
        for (int i = 0; i < 64; i++)
            for (int j = 0; j < 64; j++)
                similarity[i, j] = Math.Exp(-(Math.Pow((i / 8) - (j / 8), 2) + Math.Pow((i % 8) - (j % 8), 2)) / 12);
        return Plot.Heatmap(similarity, colorLabel: "cosine similarity")
            .WithTitle("Similarity of position embeddings").WithAxes("patch", "patch");
    }

    [Fact]
    public void Is_one_picture()
    {
        Assert.Single(Marks("heatmap", "image"));
        Assert.Empty(Marks("heatmap", "rect"));
        Assert.InRange(Draw().ToSvg().Length, 1000, 60_000);
        Assert.Equal(64, Traces[0]!["z"]![63]!.AsArray().Count);
    }
}
