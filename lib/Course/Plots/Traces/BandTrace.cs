using System.Collections.Immutable;

namespace Course.Plots.Traces;

/// <summary>The shaded area between two lines, for example a standard deviation around a mean.</summary>
internal sealed record BandTrace : Trace
{
    public required ImmutableArray<double> X { get; init; }

    public required ImmutableArray<double> Low { get; init; }

    public required ImmutableArray<double> High { get; init; }

    public override IEnumerable<double> XExtent => X;

    public override IEnumerable<double> YExtent => Low.Concat(High);

    public override string Describe() => $"{Name ?? "band"}: a shaded band over {X.Length} points";
}
