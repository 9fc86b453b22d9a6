using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws the legend's swatches and names.</summary>
internal static class LegendDrawing
{
    public static void Draw(SvgWriter svg, ChartLayout layout)
    {
        if (layout.Legend.IsEmpty) return;
        double left = layout.Plot.Left;
        double top = layout.Plot.Top - layout.Legend.Height - 6;
        double size = layout.Fonts.Tick;
        svg.Open("g", "class", "legend", "font-size", size, "fill", Palette.Ink);
        foreach (LegendLayout.Entry entry in layout.Legend.Entries)
        {
            DrawSwatch(svg, entry.Trace, left + entry.X, top + entry.Y);
            svg.Text("text", entry.Text, "x", left + entry.TextX, "y", top + entry.Y + (size * 0.35));
        }

        svg.Close();
    }

    private static void DrawSwatch(SvgWriter svg, Trace trace, double x, double y)
    {
        double centre = x + (LegendLayout.SwatchWidth / 2);
        switch (trace)
        {
            case LineTrace line:
                if (line.Style != LineStyle.None)
                    svg.Element("line", "x1", x, "x2", x + LegendLayout.SwatchWidth, "y1", y, "y2", y, "stroke", line.Color,
                        "stroke-width", LineDrawing.StrokeWidth, "stroke-dasharray", LineDrawing.Dashes(line.Style));
                if (line.Markers || line.Style == LineStyle.None) Marker.Draw(svg, 0, centre, y, LineDrawing.MarkerSize, line.Color);
                break;
            case ScatterTrace scatter:
                Marker.Draw(svg, scatter.Shape, centre, y, 8, scatter.Color);
                break;
            default:
                svg.Element("rect", "x", x + 3, "y", y - 5, "width", LegendLayout.SwatchWidth - 6, "height", 10, "fill", trace.Color,
                    "fill-opacity", trace is BandTrace ? BandDrawing.Opacity : trace is HistogramTrace ? HistogramDrawing.Opacity : null);
                break;
        }
    }
}
