using Course.Plots;
using Course.Plots.Scales;
using FsCheck;
using FsCheck.Fluent;

namespace Course.Tests.Plots;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 1, 5, "0|0.2|0.4|0.6|0.8|1.0")]
    [InlineData(-1, 1, 4, "-1.0|-0.5|0|0.5|1.0")]
    [InlineData(0.13, 0.87, 4, "0.2|0.4|0.6|0.8")]
    [InlineData(0, 25_000, 5, "0|5k|10k|15k|20k|25k")]
    [InlineData(0, 86_000_000, 4, "0|20M|40M|60M|80M")]
    [InlineData(0, 0.0004, 4, "0|10⁻⁴|2·10⁻⁴|3·10⁻⁴|4·10⁻⁴")]
    [InlineData(5000, 9000, 4, "5,000|6,000|7,000|8,000|9,000")]
    public void Linear_ticks_are_round(double min, double max, int wanted, string labels) =>
        Assert.Equal(labels, string.Join('|', Ticks.Linear(min, max, wanted).Select(tick => tick.Label)));

    [Theory]
    [InlineData(1, 1000, 5, "1|10|100|1,000")]
    [InlineData(1e-7, 1e-4, 5, "10⁻⁷|10⁻⁶|10⁻⁵|10⁻⁴")]
    [InlineData(1e-12, 1e12, 4, "10⁻¹²|10⁻⁶|1|10⁶|10¹²")]
    [InlineData(3, 60, 5, "5|10|20|50")]
    [InlineData(10, 14, 4, "10|11|12|13|14")]
    public void Log_ticks_are_powers_of_ten(double min, double max, int wanted, string labels) =>
        Assert.Equal(labels, string.Join('|', Ticks.Log(min, max, wanted).Where(tick => !tick.IsMinor).Select(tick => tick.Label)));

    [Fact]
    public void Any_range_gives_few_ascending_ticks_inside_it()
    {
        var range = Gen.Choose(-1_000_000, 1_000_000).Select(x => x / 1000.0).Two()
            .SelectMany(ends => Gen.Choose(-9, 9).Select(power => Math.Pow(10, power)).Select(factor =>
                (Min: Math.Min(ends.Item1, ends.Item2) * factor, Max: Math.Max(ends.Item1, ends.Item2) * factor)))
            .Where(ends => ends.Max > ends.Min);
        Prop.ForAll(range.ToArbitrary(), Gen.Choose(2, 10).ToArbitrary(), (ends, wanted) =>
        {
            Tick[] ticks = Ticks.Linear(ends.Min, ends.Max, wanted);
            double slack = (ends.Max - ends.Min) * 1e-6;
            return ticks.Length >= 1 && ticks.Length <= (wanted * 2) + 2
                && ticks.Zip(ticks.Skip(1), (a, b) => a.Value < b.Value).All(ascending => ascending)
                && ticks.All(tick => tick.Value >= ends.Min - slack && tick.Value <= ends.Max + slack)
                && ticks.Select(tick => tick.Label).Distinct().Count() == ticks.Length;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(24_000, "24,000")]
    [InlineData(double.NegativeInfinity, "-∞")]
    [InlineData(-0.5, "-0.5")]
    public void Short_numbers_have_four_digits(double value, string text) => Assert.Equal(text, NumberText.Short(value));

    [Fact]
    public void Constant_and_missing_data_get_a_range()
    {
        Assert.Equal(new AxisRange(0, 1, false), AxisRange.Of(new Axis(), [], 0, false));
        Assert.Equal(new AxisRange(4.5, 5.5, false), AxisRange.Of(new Axis(), [5, 5, double.NaN], 0.05, false));
        Assert.Equal(new AxisRange(-1, 1, false), AxisRange.Of(new Axis(), [0], 0.05, false));
        Assert.Equal(new AxisRange(0, 2, false), AxisRange.Of(new Axis { Max = 2 }, [1, 1.5], 0.05, true));
        AxisRange log = AxisRange.Of(new Axis { IsLog = true }, [-5, 0, 1, 100], 0, false);
        Assert.Equal((1, 100), (log.Min, log.Max));
    }
}
