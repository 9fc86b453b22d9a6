using System.Collections.Immutable;

namespace Course.Plots.Traces;

/// <summary>One set of marks in a chart.</summary>
internal abstract record Trace
{
    /// <summary>The name in the legend; null keeps the trace out of it.</summary>
    public string? Name { get; init; }

    /// <summary>Any CSS colour.</summary>
    public string Color { get; init; } = "";

    /// <summary>The x places the axis must show; may hold NaN and infinities, which are passed over.</summary>
    public abstract IEnumerable<double> XExtent { get; }

    /// <summary>The y places the axis must show.</summary>
    public abstract IEnumerable<double> YExtent { get; }

    /// <summary>True for marks that stand on zero, such as bars, so that the axis begins there.</summary>
    public virtual bool StandsOnZero => false;

    /// <summary>The trace in words and, if there is little of it, its numbers.</summary>
    public abstract string Describe();

    protected static IEnumerable<double> WithErrors(ImmutableArray<double> values, ImmutableArray<double> errors) =>
        errors.IsEmpty ? values : values.Concat(values.Zip(errors, (v, e) => v - e)).Concat(values.Zip(errors, (v, e) => v + e));
}
