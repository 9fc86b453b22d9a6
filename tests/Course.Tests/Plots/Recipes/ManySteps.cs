using Course.Plots;

namespace Course.Tests.Plots.Recipes;

/// <summary>Twenty thousand points: drawn with as many as the pixels can show.</summary>
public sealed class ManySteps : Recipe
{
    protected override Figure Draw()
    {
        double[] noise = Noise(20_000, seed: 11);
        return Plot.Line(noise.Select((n, i) => (2 * Math.Exp(-i / 6000.0)) + (0.08 * n)), name: "loss of each batch")
            .WithTitle("Every step").WithAxes("step", "loss");
    }

    [Fact]
    public void Is_thinned_to_the_pixels()
    {
        Assert.InRange(((string)Assert.Single(Marks("line", "path")).Attribute("d")!).Count(c => c == 'L'), 800, 2400);
        Assert.Equal(20_000, Traces[0]!["y"]!.AsArray().Count);
        Assert.Equal(["0", "2k", "4k"], Texts("x-ticks").Take(3));
    }
}
