using Course.Plots.Scales;

namespace Course.Plots.Svg;

/// <summary>The tick labels below a chart: in one line, on two lines, or slanted where names are too long for their place.</summary>
internal sealed class XAxisLabels
{
    public const double SlantDegrees = 40;

    private const double MostSlantedWidth = 110;
    private const double LineHeight = 1.15;

    private readonly AxisRange _range;

    private XAxisLabels(AxisRange range, IReadOnlyList<Tick> ticks, IReadOnlyList<IReadOnlyList<string>> lines, bool isSlanted,
        double fontSize)
    {
        (_range, Ticks, Lines, IsSlanted, FontSize) = (range, ticks, lines, isSlanted, fontSize);
        double slant = SlantDegrees * Math.PI / 180;
        Height = isSlanted
            ? (Widest * Math.Sin(slant)) + (fontSize * 0.8)
            : Math.Max(1, lines.Select(each => each.Count).DefaultIfEmpty(1).Max()) * fontSize * LineHeight;
    }

    public IReadOnlyList<Tick> Ticks { get; }

    /// <summary>For each tick the lines of its label, none for a minor tick.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Lines { get; }

    public bool IsSlanted { get; }

    public double FontSize { get; }

    public double Height { get; }

    public double LinePixels => FontSize * LineHeight;

    private double Widest => Lines.SelectMany(each => each).Select(line => TextMetrics.Width(line, FontSize)).DefaultIfEmpty(0).Max();

    public static XAxisLabels Arrange(Axis axis, AxisRange range, IReadOnlyList<Tick> ticks, double width, double fontSize)
    {
        if (axis.Categories.IsEmpty)
            return new XAxisLabels(range, ticks, ticks.Select(tick => OneLine(tick.Label)).ToArray(), false, fontSize);

        double band = width / axis.Categories.Length;
        int stride = Math.Max(1, (int)Math.Ceiling(fontSize * 1.1 / band));
        Tick[] kept = axis.Categories.Select((name, i) => new Tick(i, name)).Where((_, i) => i % stride == 0).ToArray();
        double room = (band * stride) - 5;
        if (kept.All(tick => TextMetrics.Width(tick.Label, fontSize) <= room))
            return new XAxisLabels(range, kept, kept.Select(tick => OneLine(tick.Label)).ToArray(), false, fontSize);

        IReadOnlyList<string>[] wrapped = kept.Select(tick => TextMetrics.Wrap(tick.Label, fontSize, room, 2)).ToArray();
        bool isWhole = wrapped.Zip(kept, (lines, tick) => string.Join(' ', lines) == tick.Label).All(same => same);
        if (isWhole) return new XAxisLabels(range, kept, wrapped, false, fontSize);

        return new XAxisLabels(range, kept,
            kept.Select(tick => OneLine(TextMetrics.Shorten(tick.Label, fontSize, MostSlantedWidth))).ToArray(), true, fontSize);
    }

    /// <summary>How far slanted labels reach to the left of the plot area.</summary>
    public double LeftOverhang(double width)
    {
        if (!IsSlanted) return 0;
        double cosine = Math.Cos(SlantDegrees * Math.PI / 180);
        double furthest = 0;
        for (int i = 0; i < Ticks.Count; i++)
        {
            double place = (Ticks[i].Value - _range.Min) / (_range.Max - _range.Min) * width;
            furthest = Math.Max(furthest, (TextMetrics.Width(Lines[i][0], FontSize) * cosine) - place);
        }

        return furthest + 6;
    }

    private static IReadOnlyList<string> OneLine(string label) => label.Length == 0 ? [] : [label];
}
