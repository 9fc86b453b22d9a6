using System.Collections.Immutable;
using System.Numerics;
using System.Text;
using Course.Display;
using Course.Plots.Traces;

namespace Course.Plots;

/// <summary>
/// One pair of axes with lines, points, bars or cells in it. Made by <see cref="Plot"/>; every method returns a changed copy.
/// </summary>
[TypeFormatterSource(typeof(FigureFormatterSource),
    PreferredMimeTypes = ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"])]
public sealed partial record Chart : Figure
{
    private const int DefaultHeight = 360;
    private const int DefaultBins = 30;

    internal Chart()
    {
    }

    internal ImmutableArray<Trace> Traces { get; init; } = [];

    internal Axis X { get; init; } = new();

    internal Axis Y { get; init; } = new();

    internal bool ShowAxes { get; init; } = true;

    internal bool EqualScales { get; init; }

    internal (int Width, int Height)? Size { get; init; }

    /// <inheritdoc/>
    public override int Width => Size?.Width ?? DefaultWidth;

    /// <inheritdoc/>
    public override int Height =>
        Size?.Height ?? (Traces is [HeatmapTrace { SquareCells: true } heatmap, ..] ? HeightFor(heatmap) : DefaultHeight);

    /// <summary>The picture, if the chart shows a picture and nothing else.</summary>
    internal ImageTrace? Picture => Traces is [ImageTrace image] ? image : null;

    /// <summary>Adds a line through points numbered from 0.</summary>
    public Chart AddLine<TY>(
        IEnumerable<TY> ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid, bool markers = false)
        where TY : INumber<TY>
    {
        ImmutableArray<double> values = Numbers.From(ys);
        return Add(new LineTrace
        {
            X = Numbers.UpTo(values.Length), Y = values, Name = name, Color = color ?? "", Style = style, Markers = markers,
        });
    }

    /// <summary>
    /// Adds a line through the points (x, y). <paramref name="errors"/> are half the lengths of error bars. NaN breaks the line.
    /// </summary>
    public Chart AddLine<TX, TY>(
        IEnumerable<TX> xs, IEnumerable<TY> ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid,
        bool markers = false, IEnumerable<TY>? errors = null)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        var trace = new LineTrace
        {
            X = Numbers.From(xs), Y = Numbers.From(ys), Errors = errors is null ? [] : Numbers.From(errors),
            Name = name, Color = color ?? "", Style = style, Markers = markers,
        };
        Numbers.RequireSameCount("x values", trace.X.Length, "y values", trace.Y.Length);
        if (errors is not null) Numbers.RequireSameCount("y values", trace.Y.Length, "errors", trace.Errors.Length);
        return Add(trace);
    }

    /// <summary>Adds a shaded band between two lines, in the colour of the trace added before it unless one is given.</summary>
    public Chart AddBand<TX, TY>(IEnumerable<TX> xs, IEnumerable<TY> low, IEnumerable<TY> high, string? name = null, string? color = null)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        string? lastColor = Traces.LastOrDefault(trace => trace is not ReferenceLineTrace)?.Color;
        var trace = new BandTrace
        {
            X = Numbers.From(xs), Low = Numbers.From(low), High = Numbers.From(high), Name = name,
            Color = color ?? lastColor ?? Palette.At(0),
        };
        Numbers.RequireSameCount("x values", trace.X.Length, "lower values", trace.Low.Length);
        Numbers.RequireSameCount("x values", trace.X.Length, "upper values", trace.High.Length);
        return Add(trace);
    }

    /// <summary>
    /// Adds points. With <paramref name="groups"/> (one name a point) each group gets its colour and its place in the legend.
    /// A label is left out where it would cover another.
    /// </summary>
    public Chart AddScatter<TX, TY>(
        IEnumerable<TX> xs, IEnumerable<TY> ys, string? name = null, IEnumerable<string>? groups = null, IEnumerable<string>? labels = null,
        string? color = null, double size = 6)
        where TX : INumber<TX>
        where TY : INumber<TY>
    {
        var all = new ScatterTrace
        {
            X = Numbers.From(xs), Y = Numbers.From(ys), Labels = labels is null ? [] : [.. labels],
            Name = name, Color = color ?? "", Size = size,
        };
        Numbers.RequireSameCount("x values", all.X.Length, "y values", all.Y.Length);
        if (labels is not null) Numbers.RequireSameCount("points", all.X.Length, "labels", all.Labels.Length);
        if (groups is null) return Add(all);

        ImmutableArray<string> groupOf = [.. groups];
        Numbers.RequireSameCount("points", all.X.Length, "groups", groupOf.Length);
        Chart chart = this;
        foreach (string group in groupOf.Distinct())
        {
            int[] members = Enumerable.Range(0, groupOf.Length).Where(i => groupOf[i] == group).ToArray();
            chart = chart.Add(all with
            {
                Name = group,
                X = [.. members.Select(i => all.X[i])],
                Y = [.. members.Select(i => all.Y[i])],
                Labels = all.Labels.IsEmpty ? [] : [.. members.Select(i => all.Labels[i])],
                Shape = chart.ColoredTraces / Palette.Count,
            });
        }

        return chart;
    }

    /// <summary>Adds bars beside those that are there, one for each category of the chart.</summary>
    public Chart AddBar<TY>(
        IEnumerable<TY> values, string? name = null, string? color = null, IEnumerable<TY>? errors = null, string? valueFormat = null)
        where TY : INumber<TY>
    {
        if (Traces.OfType<BarTrace>().FirstOrDefault() is not { } first)
            throw new InvalidOperationException("AddBar adds to a bar chart; begin with Plot.Bar(categories, values)");
        return AddBars(first.Categories, Numbers.From(values), name, color, errors is null ? null : Numbers.From(errors),
            valueFormat ?? first.ValueFormat, first.IsHorizontal);
    }

    /// <summary>Adds a histogram on the bins shared by all histograms of the chart.</summary>
    public Chart AddHistogram<T>(IEnumerable<T> values, string? name = null, string? color = null) where T : INumber<T>
    {
        HistogramTrace? first = Traces.OfType<HistogramTrace>().FirstOrDefault();
        int bins = first is null || first.Edges.IsEmpty ? DefaultBins : first.Edges.Length - 1;
        return AddHistogram(Numbers.From(values), name, color, bins, first?.IsDensity ?? false);
    }

    /// <summary>Adds a thin dashed line across the chart at height <paramref name="y"/>.</summary>
    public Chart AddHorizontalLine(double y, string? label = null, string? color = null) =>
        Add(new ReferenceLineTrace { Value = y, IsHorizontal = true, Label = label, Color = color ?? Palette.Muted });

    /// <summary>Adds a thin dashed line from bottom to top at <paramref name="x"/>.</summary>
    public Chart AddVerticalLine(double x, string? label = null, string? color = null) =>
        Add(new ReferenceLineTrace { Value = x, IsHorizontal = false, Label = label, Color = color ?? Palette.Muted });

    /// <summary>The chart with a title.</summary>
    public Chart WithTitle(string title) => this with { Title = title };

    /// <summary>The chart with names of its axes.</summary>
    public Chart WithAxes(string? x, string? y) => this with { X = X with { Label = x }, Y = Y with { Label = y } };

    /// <summary>The chart with a logarithmic x axis; points at or below zero are left out.</summary>
    public Chart WithLogX() => this with { X = X with { IsLog = true } };

    /// <summary>The chart with a logarithmic y axis; points at or below zero are left out.</summary>
    public Chart WithLogY() => this with { Y = Y with { IsLog = true } };

    /// <summary>The chart with its x axis from <paramref name="min"/> to <paramref name="max"/>; null leaves an end to the data.</summary>
    public Chart WithXRange(double? min, double? max) => this with { X = WithRange(X, min, max) };

    /// <summary>The chart with its y axis from <paramref name="min"/> to <paramref name="max"/>; null leaves an end to the data.</summary>
    public Chart WithYRange(double? min, double? max) => this with { Y = WithRange(Y, min, max) };

    /// <summary>The chart with .NET number formats for its tick labels, for example "0 %".</summary>
    public Chart WithFormats(string? x = null, string? y = null) =>
        this with { X = X with { Format = x ?? X.Format }, Y = Y with { Format = y ?? Y.Format } };

    /// <summary>The chart with ticks at the given places of the x axis; no places leave it bare.</summary>
    public Chart WithXTicks<T>(IEnumerable<T> values, IEnumerable<string> labels) where T : INumber<T> =>
        this with { X = WithTicks(X, Numbers.From(values), [.. labels]) };

    /// <summary>The chart with ticks at the given places of the y axis; no places leave it bare.</summary>
    public Chart WithYTicks<T>(IEnumerable<T> values, IEnumerable<string> labels) where T : INumber<T> =>
        this with { Y = WithTicks(Y, Numbers.From(values), [.. labels]) };

    /// <summary>The chart with one unit of x as long as one unit of y.</summary>
    public Chart WithEqualScales() => this with { EqualScales = true };

    /// <summary>The chart in another size, in pixels.</summary>
    public Chart WithSize(int width, int height)
    {
        if (width < 100 || height < 80)
            throw new ArgumentException($"{width} x {height} pixels are too few for a chart; use at least 100 x 80");
        return this with { Size = (width, height) };
    }

    /// <summary>The title, then one line a trace, with its numbers if they are few.</summary>
    public override string ToString()
    {
        var text = new StringBuilder(Title ?? "Chart");
        if (X.Label is not null || Y.Label is not null) text.Append($" ({Y.Label ?? "y"} over {X.Label ?? "x"})");
        if (Traces.IsEmpty) text.Append(": empty");
        foreach (Trace trace in Traces) text.Append("\n  ").Append(trace.Describe());
        return text.ToString();
    }

    internal Chart Add(Trace trace)
    {
        bool hasColor = trace.Color.Length > 0 || trace is HeatmapTrace or ImageTrace;
        return this with { Traces = Traces.Add(hasColor ? trace : trace with { Color = Palette.At(ColoredTraces) }) };
    }

    internal Chart AddBars(
        ImmutableArray<string> categories, ImmutableArray<double> values, string? name, string? color, ImmutableArray<double>? errors,
        string? valueFormat, bool isHorizontal)
    {
        Numbers.RequireSameCount("categories", categories.Length, "values", values.Length);
        if (errors is { } given) Numbers.RequireSameCount("values", values.Length, "errors", given.Length);
        Chart chart = Add(new BarTrace
        {
            Categories = categories, Values = values, Name = name, Color = color ?? "", Errors = errors ?? [],
            ValueFormat = valueFormat, IsHorizontal = isHorizontal,
        });
        return isHorizontal
            ? chart with { Y = chart.Y with { Categories = categories, IsReversed = true } }
            : chart with { X = chart.X with { Categories = categories } };
    }

    internal Chart AddHistogram(ImmutableArray<double> values, string? name, string? color, int bins, bool isDensity)
    {
        if (bins < 1) throw new ArgumentException($"a histogram needs at least one bin, not {bins}", nameof(bins));
        ImmutableArray<double> finite = [.. values.Where(double.IsFinite)];
        Chart chart = Add(new HistogramTrace { Values = finite, Name = name, Color = color ?? "", IsDensity = isDensity });
        IEnumerable<double> all = chart.Traces.OfType<HistogramTrace>().SelectMany(trace => trace.Values);
        ImmutableArray<double> edges = HistogramTrace.EdgesFor(all, bins);
        return chart with { Traces = [.. chart.Traces.Select(trace => (trace as HistogramTrace)?.CountedIn(edges) ?? trace)] };
    }

    /// <summary>How many traces have taken a colour of the palette.</summary>
    private int ColoredTraces => Traces.Count(trace => trace is LineTrace or ScatterTrace or BarTrace or HistogramTrace);

    /// <summary>High enough for square cells, within reason.</summary>
    private static int HeightFor(HeatmapTrace heatmap)
    {
        const int besidePlot = 140, abovePlotAndBelow = 90;
        return Math.Clamp(((DefaultWidth - besidePlot) * heatmap.Rows / Math.Max(1, heatmap.Columns)) + abovePlotAndBelow, 200, 430);
    }

    private static Axis WithRange(Axis axis, double? min, double? max)
    {
        if (min >= max) throw new ArgumentException($"an axis cannot run from {min} to {max}; give the smaller end first");
        return axis with { Min = min, Max = max };
    }

    private static Axis WithTicks(Axis axis, ImmutableArray<double> values, ImmutableArray<string> labels)
    {
        Numbers.RequireSameCount("tick values", values.Length, "tick labels", labels.Length);
        return axis with { Ticks = ImmutableArray.CreateRange(values.Zip(labels)) };
    }
}
