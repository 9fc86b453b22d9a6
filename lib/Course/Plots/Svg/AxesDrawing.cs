using Course.Plots.Scales;
using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws grid lines, axis lines, ticks and labels.</summary>
internal static class AxesDrawing
{
    private const double TickLength = 4;

    /// <summary>The lines behind the data.</summary>
    public static void DrawGrid(SvgWriter svg, ChartLayout layout)
    {
        if (!layout.Chart.ShowAxes) return;
        Box plot = layout.Plot;
        svg.Open("g", "class", "grid", "stroke", Palette.GridLine, "stroke-width", 1, "shape-rendering", "crispEdges");
        if (layout.Chart.X.Categories.IsEmpty)
            foreach (Tick tick in layout.XLabels.Ticks)
                if (!tick.IsMinor || layout.X.Range.IsLog)
                    svg.Element("line", "x1", layout.X.Map(tick.Value), "x2", layout.X.Map(tick.Value), "y1", plot.Top, "y2", plot.Bottom,
                        "stroke-opacity", tick.IsMinor ? "0.5" : null);
        if (layout.Chart.Y.Categories.IsEmpty)
            foreach (Tick tick in layout.YTicks)
                svg.Element("line", "x1", plot.Left, "x2", plot.Right, "y1", layout.Y.Map(tick.Value), "y2", layout.Y.Map(tick.Value),
                    "stroke-opacity", tick.IsMinor ? "0.5" : null);
        svg.Close();
    }

    /// <summary>Axis lines, ticks and labels.</summary>
    public static void DrawAxes(SvgWriter svg, ChartLayout layout)
    {
        if (!layout.Chart.ShowAxes) return;
        Box plot = layout.Plot;
        svg.Open("g", "class", "axes", "stroke", Palette.AxisLine, "stroke-width", 1, "shape-rendering", "crispEdges");
        if (layout.Heatmap is not null)
            svg.Element("rect", "x", plot.Left, "y", plot.Top, "width", plot.Width, "height", plot.Height, "fill", "none");
        else
        {
            svg.Element("line", "x1", plot.Left, "x2", plot.Right, "y1", plot.Bottom, "y2", plot.Bottom);
            svg.Element("line", "x1", plot.Left, "x2", plot.Left, "y1", plot.Top, "y2", plot.Bottom);
            DrawZeroLines(svg, layout);
        }

        foreach (Tick tick in layout.XLabels.Ticks)
            svg.Element("line", "x1", layout.X.Map(tick.Value), "x2", layout.X.Map(tick.Value), "y1", plot.Bottom,
                "y2", plot.Bottom + (tick.IsMinor ? TickLength / 2 : TickLength));
        foreach (Tick tick in layout.YTicks)
            svg.Element("line", "x1", plot.Left - (tick.IsMinor ? TickLength / 2 : TickLength), "x2", plot.Left,
                "y1", layout.Y.Map(tick.Value), "y2", layout.Y.Map(tick.Value));
        svg.Close();

        DrawXLabels(svg, layout);
        DrawYLabels(svg, layout);
    }

    /// <summary>Bars that go both ways need a visible line at zero.</summary>
    private static void DrawZeroLines(SvgWriter svg, ChartLayout layout)
    {
        if (!layout.Chart.Traces.Any(trace => trace is BarTrace)) return;
        if (IsInside(layout.Y) && layout.Chart.Y.Categories.IsEmpty)
            svg.Element("line", "x1", layout.Plot.Left, "x2", layout.Plot.Right, "y1", layout.Y.Map(0), "y2", layout.Y.Map(0));
        if (IsInside(layout.X) && layout.Chart.X.Categories.IsEmpty)
            svg.Element("line", "x1", layout.X.Map(0), "x2", layout.X.Map(0), "y1", layout.Plot.Top, "y2", layout.Plot.Bottom);

        static bool IsInside(PixelScale scale) => !scale.Range.IsLog && scale.Range.Min < 0 && scale.Range.Max > 0;
    }

    private static void DrawXLabels(SvgWriter svg, ChartLayout layout)
    {
        XAxisLabels labels = layout.XLabels;
        double top = layout.Plot.Bottom + TickLength + 3;
        svg.Open("g", "class", "x-ticks", "font-size", labels.FontSize, "fill", Palette.Muted,
            "text-anchor", labels.IsSlanted ? "end" : "middle");
        for (int i = 0; i < labels.Ticks.Count; i++)
        {
            double x = layout.X.Map(labels.Ticks[i].Value);
            for (int line = 0; line < labels.Lines[i].Count; line++)
            {
                double y = top + (labels.FontSize * 0.85) + (line * labels.LinePixels);
                if (labels.IsSlanted) x += labels.FontSize * 0.3;
                svg.Text("text", labels.Lines[i][line], "x", x, "y", y, "transform", labels.IsSlanted
                    ? $"rotate(-{XAxisLabels.SlantDegrees} {SvgWriter.Number(x)} {SvgWriter.Number(y - (labels.FontSize * 0.2))})" : null);
            }
        }

        svg.Close();
        if (layout.Chart.X.Label is not { } name) return;
        double centre = Within(layout.Plot.CentreX, TextMetrics.Width(name, layout.Fonts.Label), layout.Box);
        svg.Text("text", TextMetrics.Shorten(name, layout.Fonts.Label, layout.Box.Width - 16), "class", "x-label",
            "x", centre, "y", top + labels.Height + (layout.Fonts.Label * 1.15), "text-anchor", "middle", "font-size", layout.Fonts.Label,
            "fill", Palette.Ink);
    }

    private static void DrawYLabels(SvgWriter svg, ChartLayout layout)
    {
        double size = layout.Fonts.Tick;
        double right = layout.Plot.Left - TickLength - 3;
        svg.Open("g", "class", "y-ticks", "font-size", size, "fill", Palette.Muted, "text-anchor", "end");
        foreach (Tick tick in layout.YTicks.Where(tick => !tick.IsMinor))
            svg.Text("text", TextMetrics.Shorten(tick.Label, size, layout.YTickWidth + 1), "x", right,
                "y", layout.Y.Map(tick.Value) + (size * 0.35));
        svg.Close();
        if (layout.Chart.Y.Label is not { } name) return;
        double x = Math.Max(layout.Box.Left + layout.Fonts.Label, right - layout.YTickWidth - (layout.Fonts.Label * 0.6));
        svg.Text("text", TextMetrics.Shorten(name, layout.Fonts.Label, layout.Box.Height - 16), "class", "y-label", "x", x,
            "y", layout.Plot.CentreY,
            "text-anchor", "middle", "font-size", layout.Fonts.Label, "fill", Palette.Ink,
            "transform", $"rotate(-90 {SvgWriter.Number(x)} {SvgWriter.Number(layout.Plot.CentreY)})");
    }

    /// <summary>The centre, moved if a text of that width would leave the box.</summary>
    private static double Within(double centre, double width, Box box) =>
        Math.Max(box.Left + 8 + (width / 2), Math.Min(centre, box.Right - 8 - (width / 2)));
}
