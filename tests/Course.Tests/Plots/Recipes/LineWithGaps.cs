using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Numbers that are not finite break the line; a lone point between two gaps stays visible.</summary>
public sealed class LineWithGaps : Recipe
{
    protected override Figure Draw() =>
        Plot.Line([1.0, 2.0, 1.5, double.NaN, 2.5, double.PositiveInfinity, 3.0, 2.0, 2.2], name: "diverged twice")
            .WithTitle("Gaps").WithAxes("step", "value");

    [Fact]
    public void Has_two_stretches_and_one_point()
    {
        Assert.Equal(2, Marks("line", "path").Count);
        Assert.Single(Marks("line", "circle"));
        Assert.Equal(2, Traces[0]!["y"]!.AsArray().Count(value => value is null));
    }
}
