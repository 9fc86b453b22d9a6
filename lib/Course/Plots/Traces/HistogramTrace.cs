using System.Collections.Immutable;
using Course.Plots.Scales;

namespace Course.Plots.Traces;

/// <summary>How many values fall into each bin; the edges are shared by all histograms of a chart.</summary>
internal sealed record HistogramTrace : Trace
{
    /// <summary>The finite values.</summary>
    public required ImmutableArray<double> Values { get; init; }

    /// <summary>The bins' borders, ascending, one more than there are bins; empty if there is no value.</summary>
    public ImmutableArray<double> Edges { get; init; } = [];

    /// <summary>The height of each bin: a count, or a density whose area is 1.</summary>
    public ImmutableArray<double> Heights { get; init; } = [];

    public bool IsDensity { get; init; }

    public override IEnumerable<double> XExtent => Edges;

    public override IEnumerable<double> YExtent => Heights;

    public override bool StandsOnZero => true;

    public override string Describe()
    {
        if (Values.IsEmpty) return $"{Name ?? "histogram"}: no values";
        double mean = Values.Average();
        double deviation = Math.Sqrt(Values.Average(value => (value - mean) * (value - mean)));
        string spread = $"mean {NumberText.Short(mean)}, standard deviation {NumberText.Short(deviation)}";
        return $"{Name ?? "histogram"}: {Values.Length} values, {spread}";
    }

    /// <summary>The same values counted between <paramref name="edges"/>; the last bin includes its upper border.</summary>
    public HistogramTrace CountedIn(ImmutableArray<double> edges)
    {
        if (edges.IsEmpty) return this with { Edges = [], Heights = [] };
        var heights = new double[edges.Length - 1];
        double width = edges[1] - edges[0];
        foreach (double value in Values)
            heights[Math.Clamp((int)((value - edges[0]) / width), 0, heights.Length - 1)]++;
        if (IsDensity)
            for (int i = 0; i < heights.Length; i++) heights[i] /= Values.Length * width;
        return this with { Edges = edges, Heights = [.. heights] };
    }

    /// <summary>Evenly spaced borders around all <paramref name="values"/>.</summary>
    public static ImmutableArray<double> EdgesFor(IEnumerable<double> values, int bins)
    {
        if (Numbers.Extent(values) is not var (min, max)) return [];
        if (min == max) (min, max) = (min - 0.5, max + 0.5);
        return [.. Enumerable.Range(0, bins + 1).Select(i => min + ((max - min) * i / bins))];
    }
}
