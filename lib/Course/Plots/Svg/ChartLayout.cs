using Course.Plots.Scales;
using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Where the parts of a chart go: title, legend, plot area, tick labels, axis labels, colour bar.</summary>
internal sealed class ChartLayout
{
    private const double Padding = 10;
    private const double TickLength = 4;
    private const double PixelsPerYTick = 42;
    private const double PixelsPerXTick = 58;

    public ChartLayout(Chart chart, Box box, Fonts fonts, Margins least = default)
    {
        (Chart, Box, Fonts) = (chart, box, fonts);
        Heatmap = chart.Traces.OfType<HeatmapTrace>().FirstOrDefault();
        (AxisRange xRange, AxisRange yRange) = Ranges(chart);

        TitleLines = chart.Title is null ? [] : TextMetrics.WrapBold(chart.Title, Fonts.Title, box.Width - (2 * Padding), 2);
        double titleHeight = TitleLines.Count * Fonts.Title * 1.25;

        // The labels of the y axis decide how much room is left for the x axis; the height they need is only estimated here.
        double roughHeight = Math.Max(40, box.Height - titleHeight - (chart.X.Label is null ? 30 : 50));
        YTicks = AxisTicks(chart.Y, yRange, (int)(roughHeight / PixelsPerYTick),
            Heatmap is not null || HasWholeNumbers(chart.Traces.SelectMany(trace => trace.YExtent)),
            chart.Traces.Any(trace => trace.StandsOnZero));
        double widestY = YTicks.Select(tick => TextMetrics.Width(tick.Label, Fonts.Tick)).DefaultIfEmpty(0).Max();
        YTickWidth = Math.Min(widestY, box.Width * 0.36);
        double left = Padding + YTickWidth + TickLength + 4 + (chart.Y.Label is null ? 0 : Fonts.Label * 1.5);

        ColorBarTicks = ColorTicks(roughHeight);
        double right = Math.Max(least.Right, Padding + 6 + ColorBarWidth);
        left = Math.Max(least.Left, left);

        double width = Math.Max(30, box.Width - left - right);
        if (Heatmap is { SquareCells: true }) width = Math.Min(width, roughHeight * Heatmap.Columns / Math.Max(1, Heatmap.Rows));
        XLabels = XAxisLabels.Arrange(chart.X, xRange, XTicksFor(chart, xRange, width), width, Fonts.Tick);
        left = Math.Max(left, XLabels.LeftOverhang(width) + 2);
        width = Math.Max(30, box.Width - left - right);
        Margins = new Margins(left, right);

        Legend = LegendLayout.Arrange(chart, width, Fonts.Tick);
        double top = Padding + titleHeight + (Legend.IsEmpty ? 4 : Legend.Height + 6);
        double bottom = TickLength + 3 + XLabels.Height + (chart.X.Label is null ? 0 : Fonts.Label * 1.6) + 6;
        Plot = new Box(box.Left + left, box.Top + top, width, Math.Max(30, box.Height - top - bottom));
        if (Heatmap is { SquareCells: true, Rows: > 0, Columns: > 0 }) Plot = Plot.Fit(Heatmap.Columns, Heatmap.Rows);
        if (chart.EqualScales) (xRange, yRange) = WithEqualUnits(xRange, yRange, Plot);

        X = new PixelScale(xRange, Plot.Left, Plot.Right);
        Y = chart.Y.IsReversed ? new PixelScale(yRange, Plot.Top, Plot.Bottom) : new PixelScale(yRange, Plot.Bottom, Plot.Top);
    }

    public Chart Chart { get; }

    public Box Box { get; }

    public Box Plot { get; }

    /// <summary>The room kept beside the plot area for labels and the colour bar.</summary>
    public Margins Margins { get; }

    public Fonts Fonts { get; }

    public PixelScale X { get; }

    public PixelScale Y { get; }

    public IReadOnlyList<string> TitleLines { get; }

    public LegendLayout Legend { get; }

    public XAxisLabels XLabels { get; }

    public IReadOnlyList<Tick> YTicks { get; }

    /// <summary>The room for the y axis's tick labels; longer ones are shortened.</summary>
    public double YTickWidth { get; }

    public IReadOnlyList<Tick> ColorBarTicks { get; }

    public HeatmapTrace? Heatmap { get; }

    public bool HasColorBar => Heatmap is { ShowColorBar: true };

    private double ColorBarWidth => !HasColorBar ? 0
        : ColorBarDrawing.Gap + ColorBarDrawing.Thickness + TickLength + 4 +
          ColorBarTicks.Select(tick => TextMetrics.Width(tick.Label, Fonts.Tick)).DefaultIfEmpty(0).Max() +
          (Heatmap!.ColorLabel is null ? 0 : Fonts.Label * 1.7);

    private static (AxisRange X, AxisRange Y) Ranges(Chart chart)
    {
        bool fillsArea = chart.Traces.Any(trace => trace is HeatmapTrace or ImageTrace);
        bool standsOnZero = chart.Traces.Any(trace => trace.StandsOnZero);
        bool isHorizontal = chart.Traces.Any(trace => trace is BarTrace { IsHorizontal: true });
        bool hasHistogram = chart.Traces.Any(trace => trace is HistogramTrace);
        bool writesValues = chart.Traces.Any(trace => trace is BarTrace { ValueFormat: not null });
        double lengthMargin = fillsArea ? 0 : writesValues ? isHorizontal ? 0.17 : 0.1 : 0.05;
        double placeMargin = fillsArea ? 0 : hasHistogram ? 0.01 : 0.025;
        return (
            AxisRange.Of(chart.X, chart.Traces.SelectMany(trace => trace.XExtent), isHorizontal ? lengthMargin
            : placeMargin, standsOnZero && isHorizontal),
            AxisRange.Of(chart.Y, chart.Traces.SelectMany(trace => trace.YExtent), lengthMargin, standsOnZero && !isHorizontal));
    }

    private static IReadOnlyList<Tick> AxisTicks(Axis axis, AxisRange range, int wanted, bool wholeNumbers, bool isCount)
    {
        if (axis.Ticks is { } given)
            return given.Where(tick => tick.Value >= range.Min && tick.Value <= range.Max)
                .Select(tick => new Tick(tick.Value, tick.Label)).ToArray();
        if (!axis.Categories.IsEmpty)
        {
            int stride = Math.Max(1, (int)Math.Ceiling(axis.Categories.Length / Math.Max(1.0, wanted * 2.8)));
            return axis.Categories.Select((name, i) => new Tick(i, i % stride == 0 ? name : "")).Where(tick => !tick.IsMinor).ToArray();
        }

        wanted = Math.Clamp(wanted, 2, 10);
        return range.IsLog
            ? Ticks.Log(range.Min, range.Max, wanted, axis.Format)
            : Ticks.Linear(range.Min, range.Max, wanted, wholeNumbers && (isCount || range.Max - range.Min >= 2), axis.Format);
    }

    /// <summary>As many ticks as fit side by side.</summary>
    private IReadOnlyList<Tick> XTicksFor(Chart chart, AxisRange range, double width)
    {
        bool wholeNumbers = Heatmap is not null || HasWholeNumbers(chart.Traces.SelectMany(trace => trace.XExtent));
        for (int wanted = Math.Max(2, (int)(width / PixelsPerXTick)); ; wanted--)
        {
            IReadOnlyList<Tick> ticks = AxisTicks(chart.X, range, wanted, wholeNumbers, isCount: false);
            double needed = ticks.Where(tick => !tick.IsMinor).Sum(tick => TextMetrics.Width(tick.Label, Fonts.Tick) + 14);
            if (needed <= width || wanted <= 2 || !chart.X.Categories.IsEmpty) return ticks;
        }
    }

    private IReadOnlyList<Tick> ColorTicks(double height)
    {
        if (Heatmap is not { ShowColorBar: true }) return [];
        (double min, double max) = Heatmap.Range;
        return min < max ? Ticks.Linear(min, max, Math.Clamp((int)(height / PixelsPerYTick), 2, 6))
            : [new Tick(min, NumberText.Short(min))];
    }

    private static bool HasWholeNumbers(IEnumerable<double> values) =>
        values.Where(double.IsFinite).All(value => value == Math.Round(value));

    /// <summary>Widens one of the ranges so that a unit has the same length on both axes.</summary>
    private static (AxisRange X, AxisRange Y) WithEqualUnits(AxisRange x, AxisRange y, Box plot)
    {
        if (x.IsLog || y.IsLog) return (x, y);
        double unit = Math.Max((x.Max - x.Min) / plot.Width, (y.Max - y.Min) / plot.Height);
        return (Widen(x, unit * plot.Width), Widen(y, unit * plot.Height));

        static AxisRange Widen(AxisRange range, double length)
        {
            double centre = (range.Min + range.Max) / 2;
            return range with { Min = centre - (length / 2), Max = centre + (length / 2) };
        }
    }
}
