using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Both signs: white is zero whatever the range; a missing value is grey.</summary>
public sealed class DivergingHeatmap : Recipe
{
    protected override Figure Draw()
    {
        var values = new float[8, 16];
        for (int row = 0; row < 8; row++)
            for (int column = 0; column < 16; column++)
                values[row, column] = MathF.Sin((row * 0.7f) + (column * 0.45f)) * (row == 3 ? 2 : 1);
        values[5, 5] = float.NaN;
        return Plot.Heatmap(values, colorLabel: "weight").WithTitle("Weights of a layer").WithAxes("input", "output");
    }

    [Fact]
    public void Centres_the_colours_on_zero()
    {
        Assert.Equal(128, Marks("heatmap", "rect").Count);
        Assert.Single(Marks("heatmap", "rect"), cell => (string?)cell.Attribute("fill") == "#dddddd");
        Assert.Equal(-Traces[0]!["zmin"]!.GetValue<double>(), Traces[0]!["zmax"]!.GetValue<double>());
        Assert.Null(Traces[0]!["z"]![5]![5]);
    }
}
