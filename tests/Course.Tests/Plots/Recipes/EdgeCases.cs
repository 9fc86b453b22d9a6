using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>
/// Data that leaves an axis little to choose: none, one point, a constant, huge, tiny, far from zero, and an empty matrix.
/// </summary>
public sealed class EdgeCases : Recipe
{
    protected override Figure Draw() => Plot.Grid(
        [
            Plot.Line(Array.Empty<float>(), name: "nothing").WithTitle("No points").WithAxes("x", "y"),
            Plot.Scatter([3], [7]).WithTitle("One point").WithAxes("x", "y"),
            Plot.Line([2.5, 2.5, 2.5]).WithTitle("Constant").WithAxes("x", "y"),
            Plot.Line([1.5e12, 3e12, 2.2e12]).WithTitle("Huge").WithAxes("x", "y"),
            Plot.Line([1e-9, 3e-9, 2e-9]).WithTitle("Tiny").WithAxes("x", "y"),
            Plot.Line([100000.001, 100000.002, 100000.0015]).WithTitle("Far from zero").WithAxes("x", "y"),
            Plot.Line([double.NaN, double.NaN]).WithTitle("All NaN").WithLogY().WithAxes("x", "y"),
            Plot.Histogram(new[] { 4.0, 4.0, 4.0 }, bins: 5).WithTitle("One value"),
            Plot.Heatmap(new double[,] { { 1, 1 }, { 1, 1 } }).WithTitle("Flat matrix"),
        ], columns: 3);

    [Fact]
    public void Draws_every_chart()
    {
        Assert.Equal(9, Svg.Descendants().Count(g => (string?)g.Attribute("class") == "chart"));
        Assert.Contains("2T", Texts("y-ticks"));
        Assert.Contains("2·10⁻⁹", Texts("y-ticks"));
        Assert.Contains("100,000.0010", Texts("y-ticks"));
    }
}
