using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Names that are wider than their bars.</summary>
public sealed class ClassBars : Recipe
{
    protected override Figure Draw() =>
        Plot.Bar(
                ["T-shirt/top", "Trouser", "Pullover", "Dress", "Coat", "Sandal", "Shirt", "Sneaker", "Bag", "Ankle boot"],
                Enumerable.Repeat(2400, 10))
            .WithTitle("Training pictures of each class")
            .WithAxes(null, "pictures");

    [Fact]
    public void Has_ten_bars()
    {
        Assert.Equal(10, Marks("bar", "rect").Count);
        Assert.Contains("Ankle boot", Texts("x-ticks"));
        Assert.Equal("Ankle boot", Plotly["layout"]!["xaxis"]!["ticktext"]![9]!.GetValue<string>());
    }
}
