using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws one chart into a box of an SVG document.</summary>
internal static class ChartDrawing
{
    // A line along the border of the plot area keeps its full width.
    private const double ClipMargin = 3;

    /// <summary>Draws the chart; <paramref name="margins"/> widens its margins to those of its neighbours in a grid.</summary>
    public static void Draw(SvgWriter svg, Chart chart, Box box, Fonts fonts, Margins margins = default)
    {
        if (chart.Picture is { } picture)
        {
            ImageDrawing.DrawCell(svg, picture, chart.Title, box);
            return;
        }

        var layout = new ChartLayout(chart, box, fonts, margins);
        svg.Open("g", "class", "chart");
        DrawTitle(svg, layout);
        LegendDrawing.Draw(svg, layout);
        if (layout.Heatmap is null) AxesDrawing.DrawGrid(svg, layout);
        DrawTraces(svg, layout);
        AxesDrawing.DrawAxes(svg, layout);
        foreach (ReferenceLineTrace line in chart.Traces.OfType<ReferenceLineTrace>()) ReferenceLineDrawing.DrawLabel(svg, line, layout);
        if (layout.HasColorBar) ColorBarDrawing.Draw(svg, layout);
        svg.Close();
    }

    private static void DrawTitle(SvgWriter svg, ChartLayout layout)
    {
        double size = layout.Fonts.Title;
        for (int i = 0; i < layout.TitleLines.Count; i++)
        {
            string line = layout.TitleLines[i];
            double width = TextMetrics.BoldWidth(line, size);
            double x = Math.Max(layout.Box.Left + 8, Math.Min(layout.Plot.Left, layout.Box.Right - 8 - width));
            svg.Text("text", line, "x", x, "y", layout.Box.Top + 8 + size + (i * size * 1.25), "font-size", size,
                "font-weight", "bold", "fill", Palette.Ink);
        }
    }

    private static void DrawTraces(SvgWriter svg, ChartLayout layout)
    {
        Box clip = layout.Plot.Grow(ClipMargin);
        // Named after its rectangle, so that two figures of one page that use the same name mean the same.
        string id = FormattableString.Invariant($"clip-{clip.Left:0.#}-{clip.Top:0.#}-{clip.Width:0.#}-{clip.Height:0.#}");
        svg.Open("clipPath", "id", id);
        svg.Element("rect", "x", clip.Left, "y", clip.Top, "width", clip.Width, "height", clip.Height);
        svg.Close();
        svg.Open("g", "clip-path", $"url(#{id})");
        IEnumerable<Trace> backToFront = layout.Chart.Traces.OrderBy(trace => trace switch { HeatmapTrace or ImageTrace => 0,
            BandTrace => 1, _ => 2 });
        foreach (Trace trace in backToFront)
        {
            svg.Open("g", "class", ClassOf(trace));
            switch (trace)
            {
                case LineTrace line: LineDrawing.Draw(svg, line, layout); break;
                case BandTrace band: BandDrawing.Draw(svg, band, layout); break;
                case ScatterTrace scatter: ScatterDrawing.Draw(svg, scatter, layout); break;
                case BarTrace bar: BarDrawing.Draw(svg, bar, layout); break;
                case HistogramTrace histogram: HistogramDrawing.Draw(svg, histogram, layout); break;
                case HeatmapTrace heatmap: HeatmapDrawing.Draw(svg, heatmap, layout); break;
                case ReferenceLineTrace line: ReferenceLineDrawing.Draw(svg, line, layout); break;
                case ImageTrace image: ImageDrawing.Draw(svg, image, layout); break;
            }

            svg.Close();
        }

        svg.Close();
    }

    private static string ClassOf(Trace trace) => trace.GetType().Name.Replace("Trace", "").ToLowerInvariant();
}
