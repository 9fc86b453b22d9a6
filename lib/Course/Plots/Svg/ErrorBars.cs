using System.Collections.Immutable;

namespace Course.Plots.Svg;

/// <summary>Draws error bars: a thin line with two caps.</summary>
internal static class ErrorBars
{
    private const double HalfCap = 3.5;

    public static void DrawVertical(
        SvgWriter svg, ImmutableArray<double> xs, ImmutableArray<double> ys, ImmutableArray<double> errors, string color,
        ChartLayout layout)
    {
        for (int i = 0; i < errors.Length; i++) Draw(svg, layout.X.Map(xs[i]), layout.Y.Map(ys[i] - errors[i]),
            layout.Y.Map(ys[i] + errors[i]), color, true);
    }

    /// <summary>One bar across <paramref name="at"/>, from one pixel to another; nothing if one of them is not a number.</summary>
    public static void Draw(SvgWriter svg, double at, double from, double to, string color, bool isVertical)
    {
        if (!double.IsFinite(at + from + to)) return;
        string a = SvgWriter.Number(at - HalfCap), b = SvgWriter.Number(at + HalfCap), middle = SvgWriter.Number(at);
        string first = SvgWriter.Number(from), last = SvgWriter.Number(to);
        svg.Element("path", "class", "error", "d", isVertical
                ? $"M{a} {first}H{b}M{middle} {first}V{last}M{a} {last}H{b}"
                : $"M{first} {a}V{b}M{first} {middle}H{last}M{last} {a}V{b}",
            "fill", "none", "stroke", color, "stroke-width", 1.3);
    }
}
