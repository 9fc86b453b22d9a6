using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Ticks where the reader wants them, on a logarithmic axis, with a line at a value.</summary>
public sealed class ChosenTicks : Recipe
{
    private static readonly int[] Sizes = [240, 2400, 24000];

    protected override Figure Draw() =>
        Plot.Line(Sizes, [0.61, 0.76, 0.88], name: "ViT", markers: true).AddLine(Sizes, [0.74, 0.85, 0.9], name: "CNN", markers: true)
            .AddVerticalLine(5000, "where they would meet?").WithLogX().WithXTicks(Sizes, ["1 %", "10 %", "100 %"])
            .WithAxes("training pictures", "accuracy").WithFormats(y: "0 %");

    [Fact]
    public void Shows_the_given_ticks() => Assert.Equal(["1 %", "10 %", "100 %"], Texts("x-ticks"));
}
