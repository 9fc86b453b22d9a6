using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Bars in both directions, under names that need slanting.</summary>
public sealed class SignedBars : Recipe
{
    protected override Figure Draw() =>
        Plot.Bar(
                ["learned positions", "sinusoidal positions", "rotary positions", "no positions at all", "shuffled", "mean pooling",
                 "class token", "both", "registers"],
                [0.4, 0.1, 0.6, -6.2, -3.1, 0.3, 0, 0.2, 0.5], valueFormat: "+0.0;-0.0;0")
            .WithTitle("Change of accuracy against the baseline")
            .WithAxes(null, "percentage points");

    [Fact]
    public void Hangs_negative_bars_below_zero()
    {
        var bars = Marks("bar", "rect");
        double zero = (double)bars[6].Attribute("y")!;
        Assert.Equal(zero, (double)bars[3].Attribute("y")!, 2);
        Assert.Equal(zero, (double)bars[0].Attribute("y")! + (double)bars[0].Attribute("height")!, 2);
        Assert.All(Marks("x-ticks", "text"), text => Assert.NotNull(text.Attribute("transform")));
    }
}
