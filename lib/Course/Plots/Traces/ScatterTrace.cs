using System.Collections.Immutable;
using Course.Plots.Scales;

namespace Course.Plots.Traces;

/// <summary>Separate points, each with an optional label.</summary>
internal sealed record ScatterTrace : Trace
{
    public required ImmutableArray<double> X { get; init; }

    public required ImmutableArray<double> Y { get; init; }

    /// <summary>A text beside each point; empty for none.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Half the length of each error bar; empty for none.</summary>
    public ImmutableArray<double> Errors { get; init; } = [];

    /// <summary>Diameter in pixels.</summary>
    public double Size { get; init; } = 6;

    /// <summary>0 circle, 1 square, 2 diamond, 3 triangle: tells groups apart when the colours run out.</summary>
    public int Shape { get; init; }

    public override IEnumerable<double> XExtent => X;

    public override IEnumerable<double> YExtent => WithErrors(Y, Errors);

    public override string Describe()
    {
        string name = Name ?? "points";
        if (X.Length is 0 or > 8) return $"{name}: {(X.IsEmpty ? "no" : X.Length)} points";
        return $"{name}: " + string.Join(" ", X.Select((x, i) =>
            $"({NumberText.Short(x)}, {NumberText.Short(Y[i])}){(Labels.IsEmpty ? "" : " " + Labels[i])}"));
    }
}
