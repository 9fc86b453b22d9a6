using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Points in ten groups: after eight colours the shape changes.</summary>
public sealed class ScatterOfGroups : Recipe
{
    private static readonly string[] Classes =
        ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"];

    protected override Figure Draw()
    {
        double[] noise = Noise(600, seed: 3);
        int[] classOf = Enumerable.Range(0, 300).Select(i => i % 10).ToArray();
        return Plot.Scatter(
                classOf.Select((c, i) => (3 * Math.Cos(c * 0.628)) + (0.45 * noise[i])),
                classOf.Select((c, i) => (2 * Math.Sin(c * 0.628)) + (0.45 * noise[300 + i])),
                groups: classOf.Select(c => Classes[c]))
            .WithTitle("Class tokens, first two principal components")
            .WithAxes("component 1", "component 2")
            .WithEqualScales();
    }

    [Fact]
    public void Has_ten_groups_of_thirty()
    {
        Assert.Equal(Classes, Texts("legend"));
        Assert.Equal(240, Marks("scatter", "circle").Count);
        Assert.Equal(60, Marks("scatter", "rect").Count);
        Assert.Equal(10, Traces.Count);
    }
}
