using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Bars to the right, for long names; a very long one is shortened.</summary>
public sealed class HorizontalBars : Recipe
{
    protected override Figure Draw() =>
        Plot.Bar(
                ["Trouser", "Bag", "Ankle boot", "Shirt", "A name that is far too long to be written out in full beside its bar"],
                [0.98, 0.97, 0.955, 0.671, 0.5], valueFormat: "0.0 %", horizontal: true)
            .WithTitle("Recall by class")
            .WithAxes("recall", null)
            .WithFormats(x: "0 %");

    [Fact]
    public void Puts_the_first_bar_on_top()
    {
        double[] tops = Marks("bar", "rect").Select(bar => (double)bar.Attribute("y")!).ToArray();
        Assert.Equal(5, tops.Length);
        Assert.Equal(tops.Order(), tops);
        Assert.EndsWith("…", Texts("y-ticks")[4], StringComparison.Ordinal);
        Assert.Equal("h", Traces[0]!["orientation"]!.GetValue<string>());
    }
}
