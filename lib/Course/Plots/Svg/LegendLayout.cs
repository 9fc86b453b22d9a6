using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>The legend: swatches and names in rows above the plot area, where they cover no data.</summary>
internal sealed class LegendLayout
{
    public const double SwatchWidth = 20;

    private const double TextGap = 5;
    private const double EntryGap = 16;

    private LegendLayout(IReadOnlyList<Entry> entries, double rowHeight, int rows) =>
        (Entries, Height) = (entries, rows * rowHeight);

    public IReadOnlyList<Entry> Entries { get; }

    public double Height { get; }

    public bool IsEmpty => Entries.Count == 0;

    public static LegendLayout Arrange(Chart chart, double width, double fontSize)
    {
        double rowHeight = fontSize * 1.55;
        var entries = new List<Entry>();
        double x = 0;
        int row = 0;
        foreach (Trace trace in chart.Traces.Where(trace => !string.IsNullOrEmpty(trace.Name) && trace is not (HeatmapTrace or ImageTrace)))
        {
            string text = TextMetrics.Shorten(trace.Name!, fontSize, Math.Max(20, width - SwatchWidth - TextGap));
            double length = SwatchWidth + TextGap + TextMetrics.Width(text, fontSize);
            if (x > 0 && x + length > width) (x, row) = (0, row + 1);
            entries.Add(new Entry(trace, text, x, (row + 0.5) * rowHeight));
            x += length + EntryGap;
        }

        return new LegendLayout(entries, rowHeight, entries.Count == 0 ? 0 : row + 1);
    }

    /// <summary>One name, from the legend's upper left corner; Y is the middle of the row.</summary>
    internal sealed record Entry(Trace Trace, string Text, double X, double Y)
    {
        public double TextX => X + SwatchWidth + TextGap;
    }
}
