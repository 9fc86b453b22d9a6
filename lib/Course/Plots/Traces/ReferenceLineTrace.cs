using Course.Plots.Scales;

namespace Course.Plots.Traces;

/// <summary>A thin dashed line across the whole chart, for example the accuracy of guessing.</summary>
internal sealed record ReferenceLineTrace : Trace
{
    public required double Value { get; init; }

    public required bool IsHorizontal { get; init; }

    public string? Label { get; init; }

    public override IEnumerable<double> XExtent => IsHorizontal ? [] : [Value];

    public override IEnumerable<double> YExtent => IsHorizontal ? [Value] : [];

    public override string Describe() => $"{Label ?? "line"} at {(IsHorizontal ? "y" : "x")} = {NumberText.Short(Value)}";
}
