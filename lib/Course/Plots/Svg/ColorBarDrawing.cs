using Course.Plots.Scales;
using Course.Plots.Traces;
using Course.Vision;

namespace Course.Plots.Svg;

/// <summary>Draws the scale of a heat map's colours at its right.</summary>
internal static class ColorBarDrawing
{
    public const double Gap = 14;
    public const double Thickness = 13;

    public static void Draw(SvgWriter svg, ChartLayout layout)
    {
        HeatmapTrace heatmap = layout.Heatmap!;
        var bar = new Box(layout.Plot.Right + Gap, layout.Plot.Top, Thickness, layout.Plot.Height);
        svg.Open("g", "class", "color-bar");
        string id = "map-" + heatmap.Map.Name;
        svg.Open("linearGradient", "id", id, "x1", 0, "y1", 1, "x2", 0, "y2", 0);
        IReadOnlyList<Rgb> stops = heatmap.Map.Stops;
        for (int i = 0; i < stops.Count; i++)
            svg.Element("stop", "offset", (i / (stops.Count - 1.0)).ToString("0.###", System.Globalization.CultureInfo.InvariantCulture),
                "stop-color", stops[i]);
        svg.Close();
        svg.Element("rect", "x", bar.Left, "y", bar.Top, "width", bar.Width, "height", bar.Height, "fill", $"url(#{id})",
            "stroke", Palette.AxisLine, "stroke-width", 1, "shape-rendering", "crispEdges");

        (double min, double max) = heatmap.Range;
        double size = layout.Fonts.Tick, right = bar.Right;
        foreach (Tick tick in layout.ColorBarTicks)
        {
            double y = max > min ? bar.Bottom - ((tick.Value - min) / (max - min) * bar.Height) : bar.CentreY;
            svg.Element("line", "x1", bar.Right, "x2", bar.Right + 4, "y1", y, "y2", y, "stroke", Palette.AxisLine,
                "shape-rendering", "crispEdges");
            svg.Text("text", tick.Label, "x", bar.Right + 7, "y", y + (size * 0.35), "font-size", size, "fill", Palette.Muted);
            right = Math.Max(right, bar.Right + 7 + TextMetrics.Width(tick.Label, size));
        }

        if (heatmap.ColorLabel is not null)
        {
            double x = right + (layout.Fonts.Label * 1.2);
            svg.Text("text", TextMetrics.Shorten(heatmap.ColorLabel, layout.Fonts.Label, layout.Box.Height - 16), "x", x, "y", bar.CentreY,
                "text-anchor", "middle", "font-size", layout.Fonts.Label,
                "fill", Palette.Ink, "transform", $"rotate(-90 {SvgWriter.Number(x)} {SvgWriter.Number(bar.CentreY)})");
        }

        svg.Close();
    }
}
