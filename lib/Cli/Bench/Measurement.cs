namespace Cli.Bench;

/// <summary>The times of one engine on one workload.</summary>
internal sealed record Measurement
{
    public required string Engine { get; init; }

    public required double MedianMs { get; init; }

    public required double LowerQuartileMs { get; init; }

    public required double UpperQuartileMs { get; init; }

    /// <summary>Processor time of a step, all threads together: less disturbed by other programs than the time on the clock.</summary>
    public required double CpuMs { get; init; }

    public required double PeakRssMb { get; init; }

    /// <summary>The medians of the rounds, in order.</summary>
    public required IReadOnlyList<double> RoundMediansMs { get; init; }

    public static Measurement Of(string engine, IReadOnlyList<BenchMessage> rounds, double peakRss)
    {
        var times = rounds.SelectMany(round => round.TimesMs!).ToList();
        return new Measurement
        {
            Engine = engine,
            MedianMs = Quantile(times, 0.5),
            LowerQuartileMs = Quantile(times, 0.25),
            UpperQuartileMs = Quantile(times, 0.75),
            CpuMs = Quantile([.. rounds.Select(round => round.CpuMs!.Value)], 0.5),
            PeakRssMb = peakRss,
            RoundMediansMs = [.. rounds.Select(round => Quantile(round.TimesMs!, 0.5))],
        };
    }

    /// <summary>The value below which a share of the values lies, interpolated between neighbours.</summary>
    public static double Quantile(IReadOnlyList<double> values, double share)
    {
        var ordered = values.Order().ToList();
        var position = share * (ordered.Count - 1);
        var below = (int)position;
        var above = Math.Min(below + 1, ordered.Count - 1);
        return ordered[below] + ((position - below) * (ordered[above] - ordered[below]));
    }
}
