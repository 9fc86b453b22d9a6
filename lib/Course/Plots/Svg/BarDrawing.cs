using Course.Plots.Scales;
using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws bars, those of several traces side by side within their category.</summary>
internal static class BarDrawing
{
    private const double ShareOfBand = 0.78;

    public static void Draw(SvgWriter svg, BarTrace bars, ChartLayout layout)
    {
        BarTrace[] group = layout.Chart.Traces.OfType<BarTrace>().ToArray();
        int place = Array.FindIndex(group, trace => ReferenceEquals(trace, bars));
        PixelScale along = bars.IsHorizontal ? layout.X : layout.Y;
        PixelScale across = bars.IsHorizontal ? layout.Y : layout.X;
        double thickness = across.PerUnit * ShareOfBand / group.Length;
        double zero = along.Range.IsLog ? along.First : along.Map(Math.Clamp(0, along.Range.Min, along.Range.Max));

        for (int i = 0; i < bars.Values.Length; i++)
        {
            double end = along.Map(bars.Values[i]);
            if (!double.IsFinite(end)) continue;
            double middle = across.Map(i) + ((place - ((group.Length - 1) / 2.0)) * thickness);
            double near = middle - (thickness / 2) + (group.Length > 1 ? 0.5 : 0), length = thickness - (group.Length > 1 ? 1 : 0);
            if (bars.IsHorizontal)
                svg.Element("rect", "x", Math.Min(zero, end), "y", near, "width", Math.Abs(end - zero), "height", length,
                    "fill", bars.Color);
            else
                svg.Element("rect", "x", near, "y", Math.Min(zero, end), "width", length, "height", Math.Abs(end - zero),
                    "fill", bars.Color);

            double error = bars.Errors.IsEmpty ? 0 : bars.Errors[i];
            if (!bars.Errors.IsEmpty)
                ErrorBars.Draw(svg, middle, along.Map(bars.Values[i] - error), along.Map(bars.Values[i] + error), Palette.Ink,
                    !bars.IsHorizontal);
            double tip = bars.Values[i] + (bars.Values[i] < 0 ? -error : error);
            if (bars.ValueFormat is not null) DrawValue(svg, bars, i, middle, along.Map(tip), thickness, layout);
        }
    }

    private static void DrawValue(SvgWriter svg, BarTrace bars, int i, double middle, double end, double thickness, ChartLayout layout)
    {
        string text = Ticks.Label(bars.Values[i], bars.ValueFormat);
        double size = layout.Fonts.Tick - 0.5;
        bool isNegative = bars.Values[i] < 0;
        if (bars.IsHorizontal)
        {
            if (thickness < size * 0.8) return;
            svg.Text("text", text, "x", end + (isNegative ? -4 : 4), "y", middle + (size * 0.35),
                "text-anchor", isNegative ? "end" : "start", "font-size", size, "fill", Palette.Ink);
            return;
        }

        if (TextMetrics.Width(text, size) > thickness * 1.25) return;
        svg.Text("text", text, "x", middle, "y", isNegative ? end + size + 2 : end - 4, "text-anchor", "middle",
            "font-size", size, "fill", Palette.Ink);
    }
}
