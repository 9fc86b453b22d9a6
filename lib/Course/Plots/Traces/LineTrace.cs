using System.Collections.Immutable;
using Course.Plots.Scales;

namespace Course.Plots.Traces;

/// <summary>Points in order, joined by a line; a number that is not finite breaks it.</summary>
internal sealed record LineTrace : Trace
{
    public required ImmutableArray<double> X { get; init; }

    public required ImmutableArray<double> Y { get; init; }

    /// <summary>Half the length of each error bar; empty for none.</summary>
    public ImmutableArray<double> Errors { get; init; } = [];

    public LineStyle Style { get; init; }

    public bool Markers { get; init; }

    public override IEnumerable<double> XExtent => X;

    public override IEnumerable<double> YExtent => WithErrors(Y, Errors);

    public override string Describe()
    {
        string name = Name ?? "line";
        if (Y.IsEmpty) return $"{name}: no points";
        string values = Y.Length <= 8
            ? string.Join(", ", Y.Select(NumberText.Short))
            : $"{NumberText.Short(Y[0])} … {NumberText.Short(Y[^1])}";
        return $"{name}: {Y.Length} {(Y.Length == 1 ? "point" : "points")}, {values}";
    }
}
