using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws a line across the chart and its label.</summary>
internal static class ReferenceLineDrawing
{
    public static void Draw(SvgWriter svg, ReferenceLineTrace line, ChartLayout layout)
    {
        Box plot = layout.Plot;
        double at = (line.IsHorizontal ? layout.Y : layout.X).Map(line.Value);
        if (!double.IsFinite(at)) return;
        svg.Element("line", "x1", line.IsHorizontal ? plot.Left : at, "x2", line.IsHorizontal ? plot.Right : at,
            "y1", line.IsHorizontal ? at : plot.Top, "y2", line.IsHorizontal ? at : plot.Bottom,
            "stroke", line.Color, "stroke-width", 1.3, "stroke-dasharray", "5 4");
    }

    /// <summary>Written last, with a white rim, so that the data does not hide it.</summary>
    public static void DrawLabel(SvgWriter svg, ReferenceLineTrace line, ChartLayout layout)
    {
        double at = (line.IsHorizontal ? layout.Y : layout.X).Map(line.Value);
        if (line.Label is null || !double.IsFinite(at)) return;
        Box plot = layout.Plot;
        double size = layout.Fonts.Tick;
        double width = TextMetrics.Width(line.Label, size);
        bool isLeft = line.IsHorizontal || at + 6 + width > plot.Right;
        double x = line.IsHorizontal ? plot.Right - 4 : isLeft ? at - 5 : at + 5;
        double y = !line.IsHorizontal ? plot.Top + size : at - size - 5 < plot.Top ? at + size + 2 : at - 5;
        svg.Text("text", line.Label, "class", "reference-label", "x", x, "y", y, "text-anchor", isLeft ? "end" : "start", "font-size", size,
            "fill", line.Color, "stroke", "#ffffff", "stroke-width", 3, "stroke-linejoin", "round", "paint-order", "stroke");
    }
}
