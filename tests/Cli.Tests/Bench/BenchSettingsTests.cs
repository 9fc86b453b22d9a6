using Cli.Bench;

namespace Cli.Tests.Bench;

public class BenchSettingsTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(3, 3)]
    [InlineData(25, 5)]
    [InlineData(27, 5)]
    public void Rounds_share_the_steps_evenly(int steps, int rounds)
    {
        var shares = new BenchSettings(["a"], 2, steps, false).Rounds;
        Assert.Equal(rounds, shares.Count);
        Assert.Equal(steps, shares.Sum());
        Assert.InRange(shares.Max() - shares.Min(), 0, 1);
    }

    [Fact]
    public void Letters_shapes_and_the_word_for_all_products_are_taken()
    {
        Assert.Equal(["d", "4096x128x512", "8256x192x576", "1024x1024x1024", "7x8x9"], BenchSettings.Parse(["d", "gemm", "7x8x9", "d"]));
        Assert.Equal(9, BenchSettings.Parse([]).Count);
    }

    [Theory]
    [InlineData("g")]
    [InlineData("1024x1024")]
    [InlineData("1x0x1")]
    public void An_unknown_workload_is_named(string word) =>
        Assert.Contains($"'{word}'", Assert.Throws<CourseException>(() => BenchSettings.Parse([word])).Message);

    [Fact]
    public void Quantiles_lie_between_neighbours()
    {
        Assert.Equal(3, Measurement.Quantile([5, 1, 3], 0.5));
        Assert.Equal(2.5, Measurement.Quantile([4, 1, 2, 3], 0.5));
        Assert.Equal(1.75, Measurement.Quantile([4, 1, 2, 3], 0.25));
        Assert.Equal(7, Measurement.Quantile([7], 0.75));
    }

    [Fact]
    public void The_ratio_is_the_median_of_the_rounds_so_one_disturbed_round_does_not_count()
    {
        var result = new WorkloadResult
        {
            Workload = "a",
            Engine = Times([50, 60, 500], 100),
            PyTorch = Times([100, 100, 100], 200),
            Gflops = 10,
            PeakGflops = 40,
            FirstOperationMs = 0,
            FirstStepMs = 0,
            CompilationMs = 0,
        };
        Assert.Equal(0.6, result.TimeRatio!.Value, 12);
        Assert.Equal(0.5, result.MemoryRatio!.Value, 12);
        Assert.Equal(0.25, result.PeakShare, 12);
    }

    private static Measurement Times(double[] rounds, double memory) =>
        Measurement.Of("x", [.. rounds.Select(time => new BenchMessage { TimesMs = [time], CpuMs = time })], memory);
}
