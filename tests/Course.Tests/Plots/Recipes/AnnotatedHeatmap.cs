using Course.Plots;
using Course.Vision;

namespace Course.Tests.Plots.Recipes;

/// <summary>A confusion matrix: names on both axes, counts in the cells.</summary>
public sealed class AnnotatedHeatmap : Recipe
{
    private static readonly string[] Names = ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Shirt"];

    private static readonly int[,] Counts =
    {
        { 842, 3, 16, 24, 2, 113 }, { 2, 978, 0, 15, 3, 2 }, { 18, 1, 812, 10, 98, 61 },
        { 20, 8, 9, 899, 36, 28 }, { 1, 1, 72, 31, 836, 59 }, { 130, 0, 79, 25, 92, 674 },
    };

    protected override Figure Draw() =>
        Plot.Heatmap(Counts, rows: Names, columns: Names, map: ColorMap.Blues, cellFormat: "0", colorLabel: "pictures")
            .WithTitle("Confusion matrix")
            .WithAxes("predicted", "true");

    [Fact]
    public void Writes_each_count_in_its_cell()
    {
        Assert.Equal(36, Marks("heatmap", "rect").Count);
        Assert.Equal(36, Texts("numbers").Count);
        Assert.Equal(Names, Texts("y-ticks"));
        Assert.Equal(6, Traces[0]!["z"]!.AsArray().Count);
        Assert.Equal("%{text}", Traces[0]!["texttemplate"]!.GetValue<string>());
        Assert.Equal("reversed", Plotly["layout"]!["yaxis"]!["autorange"]!.GetValue<string>());
    }
}
