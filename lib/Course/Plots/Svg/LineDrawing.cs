using System.Text;
using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws lines with their markers and error bars.</summary>
internal static class LineDrawing
{
    public const double StrokeWidth = 2;
    public const double MarkerSize = 6.5;

    public static string? Dashes(LineStyle style) => style switch
    {
        LineStyle.Dashed => "7 4",
        LineStyle.Dotted => "2 3",
        _ => null,
    };

    public static void Draw(SvgWriter svg, LineTrace line, ChartLayout layout)
    {
        ErrorBars.DrawVertical(svg, line.X, line.Y, line.Errors, line.Color, layout);
        foreach (List<(double X, double Y)> run in Runs(line, layout))
        {
            if (run.Count == 1 || line.Style == LineStyle.None)
            {
                if (!line.Markers && line.Style != LineStyle.None) Marker.Draw(svg, 0, run[0].X, run[0].Y, MarkerSize * 0.8, line.Color);
            }
            else
            {
                svg.Element("path", "d", PathThrough(Thinned(run, layout.Plot)), "fill", "none", "stroke", line.Color,
                    "stroke-width", StrokeWidth,
                    "stroke-linejoin", "round", "stroke-dasharray", Dashes(line.Style));
            }

            if (line.Markers || line.Style == LineStyle.None)
                foreach ((double x, double y) in run) Marker.Draw(svg, 0, x, y, MarkerSize, line.Color);
        }
    }

    /// <summary>"M x y L x y ..." with one decimal.</summary>
    public static string PathThrough(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new StringBuilder();
        for (int i = 0; i < points.Count; i++)
            path.Append(i == 0 ? 'M' : 'L').Append(Tenths(points[i].X)).Append(' ').Append(Tenths(points[i].Y));
        return path.ToString();

        static string Tenths(double pixel) => SvgWriter.Number(Math.Round(pixel, 1));
    }

    /// <summary>The stretches between numbers that cannot be drawn.</summary>
    private static IEnumerable<List<(double X, double Y)>> Runs(LineTrace line, ChartLayout layout)
    {
        var run = new List<(double, double)>();
        for (int i = 0; i < line.X.Length; i++)
        {
            double x = layout.X.Map(line.X[i]), y = layout.Y.Map(line.Y[i]);
            if (double.IsFinite(x) && double.IsFinite(y))
            {
                // Coordinates far outside would lose precision in a viewer.
                run.Add((Math.Clamp(x, -1e5, 1e5), Math.Clamp(y, -1e5, 1e5)));
                continue;
            }

            if (run.Count > 0) yield return run;
            run = [];
        }

        if (run.Count > 0) yield return run;
    }

    /// <summary>
    /// For a line of far more points than pixels: first, lowest, highest and last of each pixel column, which looks the same.
    /// </summary>
    private static List<(double X, double Y)> Thinned(List<(double X, double Y)> run, Box plot)
    {
        if (run.Count < 4 * plot.Width) return run;
        var kept = new List<(double X, double Y)>();
        for (int first = 0; first < run.Count;)
        {
            int last = first, low = first, high = first;
            while (last + 1 < run.Count && Math.Floor(run[last + 1].X) == Math.Floor(run[first].X))
            {
                last++;
                if (run[last].Y < run[low].Y) low = last;
                if (run[last].Y > run[high].Y) high = last;
            }

            kept.AddRange(new SortedSet<int> { first, low, high, last }.Select(i => run[i]));
            first = last + 1;
        }

        return kept;
    }
}
