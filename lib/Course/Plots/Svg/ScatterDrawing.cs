using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws points with their labels and error bars.</summary>
internal static class ScatterDrawing
{
    public static void Draw(SvgWriter svg, ScatterTrace scatter, ChartLayout layout)
    {
        ErrorBars.DrawVertical(svg, scatter.X, scatter.Y, scatter.Errors, scatter.Color, layout);
        svg.Open("g", "fill-opacity", "0.8", "stroke", "#ffffff", "stroke-width", "0.6");
        for (int i = 0; i < scatter.X.Length; i++)
        {
            double x = layout.X.Map(scatter.X[i]), y = layout.Y.Map(scatter.Y[i]);
            if (double.IsFinite(x + y)) Marker.Draw(svg, scatter.Shape, x, y, scatter.Size, scatter.Color);
        }

        svg.Close();
        if (!scatter.Labels.IsEmpty) DrawLabels(svg, scatter, layout);
    }

    private static void DrawLabels(SvgWriter svg, ScatterTrace scatter, ChartLayout layout)
    {
        double size = layout.Fonts.Tick - 0.5;
        var taken = layout.Chart.Traces.OfType<ScatterTrace>().SelectMany(trace => Points(trace, layout)).ToList();
        // Labels of earlier groups are placed again to know where they are.
        foreach (ScatterTrace trace in layout.Chart.Traces.OfType<ScatterTrace>())
        {
            bool isThis = ReferenceEquals(trace, scatter);
            if (isThis) svg.Open("g", "class", "labels", "font-size", size, "fill", Palette.Ink);
            for (int i = 0; i < trace.Labels.Length; i++)
            {
                double x = layout.X.Map(trace.X[i]), y = layout.Y.Map(trace.Y[i]);
                if (!double.IsFinite(x + y) || Place(trace.Labels[i], x, y, trace.Size, size, layout.Plot, taken) is not { } box) continue;
                taken.Add(box);
                if (isThis) svg.Text("text", trace.Labels[i], "x", box.Left, "y", box.Bottom - (size * 0.25));
            }

            if (!isThis) continue;
            svg.Close();
            return;
        }
    }

    private static IEnumerable<Box> Points(ScatterTrace trace, ChartLayout layout)
    {
        double r = trace.Size * 0.4;
        return trace.X.Zip(trace.Y, (x, y) => new Box(layout.X.Map(x) - r, layout.Y.Map(y) - r, 2 * r, 2 * r))
            .Where(box => double.IsFinite(box.Left + box.Top));
    }

    /// <summary>The first free place right of, left of, above or below the point; null if all are taken.</summary>
    private static Box? Place(string label, double x, double y, double pointSize, double fontSize, Box plot, List<Box> taken)
    {
        double width = TextMetrics.Width(label, fontSize), height = fontSize * 1.1, gap = (pointSize / 2) + 2;
        Box[] candidates =
        [
            new(x + gap, y - (height / 2), width, height),
            new(x - gap - width, y - (height / 2), width, height),
            new(x - (width / 2), y - gap - height, width, height),
            new(x - (width / 2), y + gap, width, height),
        ];
        foreach (Box candidate in candidates)
            if (plot.Contains(candidate) && !taken.Any(candidate.Overlaps))
                return candidate;
        return null;
    }
}
