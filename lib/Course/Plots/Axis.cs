using System.Collections.Immutable;

namespace Course.Plots;

/// <summary>What a reader may set about an axis; everything unset is chosen from the data.</summary>
internal sealed record Axis
{
    public string? Label { get; init; }

    public bool IsLog { get; init; }

    public double? Min { get; init; }

    public double? Max { get; init; }

    /// <summary>The first category at the top or the left: rows of a heat map count downwards.</summary>
    public bool IsReversed { get; init; }

    /// <summary>A .NET number format for the tick labels, for example "0 %".</summary>
    public string? Format { get; init; }

    /// <summary>Names of the places 0, 1, 2, ... on a category axis; empty on a number axis.</summary>
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>Ticks given by the reader; null for computed ones. An empty list leaves the axis bare.</summary>
    public ImmutableArray<(double Value, string Label)>? Ticks { get; init; }
}
