using System.Collections.Immutable;
using Course.Plots.Scales;

namespace Course.Plots.Traces;

/// <summary>One bar for each category.</summary>
internal sealed record BarTrace : Trace
{
    public required ImmutableArray<string> Categories { get; init; }

    public required ImmutableArray<double> Values { get; init; }

    /// <summary>Half the length of each error bar; empty for none.</summary>
    public ImmutableArray<double> Errors { get; init; } = [];

    /// <summary>A .NET number format: writes each value beside its bar; null for none.</summary>
    public string? ValueFormat { get; init; }

    public bool IsHorizontal { get; init; }

    public override IEnumerable<double> XExtent => IsHorizontal ? Lengths : [];

    public override IEnumerable<double> YExtent => IsHorizontal ? [] : Lengths;

    public override bool StandsOnZero => true;

    public override string Describe()
    {
        const int shown = 12;
        string bars = string.Join(", ", Values.Take(shown).Select((value, i) => $"{Categories[i]} {NumberText.Short(value)}"));
        return $"{Name ?? "bars"}: {(Values.IsEmpty ? "none" : bars)}{(Values.Length > shown ? $", … {Values.Length} in all" : "")}";
    }

    private IEnumerable<double> Lengths => WithErrors(Values, Errors);
}
