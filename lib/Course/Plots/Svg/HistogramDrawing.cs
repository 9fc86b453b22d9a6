using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws histograms; several of them shine through each other.</summary>
internal static class HistogramDrawing
{
    public const string Opacity = "0.6";

    public static void Draw(SvgWriter svg, HistogramTrace histogram, ChartLayout layout)
    {
        bool isAlone = layout.Chart.Traces.Count(trace => trace is HistogramTrace) == 1;
        svg.Open("g", "fill", histogram.Color, "fill-opacity", isAlone ? "0.85" : Opacity, "stroke", "#ffffff", "stroke-width", "0.7");
        double bottom = layout.Y.Range.IsLog ? layout.Plot.Bottom : layout.Y.Map(Math.Max(0, layout.Y.Range.Min));
        for (int i = 0; i < histogram.Heights.Length; i++)
        {
            double left = layout.X.Map(histogram.Edges[i]), right = layout.X.Map(histogram.Edges[i + 1]),
                top = layout.Y.Map(histogram.Heights[i]);
            if (histogram.Heights[i] > 0 && double.IsFinite(left + right + top))
                svg.Element("rect", "x", left, "y", top, "width", right - left, "height", Math.Max(0, bottom - top));
        }

        svg.Close();
    }
}
