using Course.Plots.Traces;

namespace Course.Plots.Svg;

/// <summary>Draws shaded bands; a number that cannot be drawn splits the band.</summary>
internal static class BandDrawing
{
    public const string Opacity = "0.2";

    public static void Draw(SvgWriter svg, BandTrace band, ChartLayout layout)
    {
        var lower = new List<(double X, double Y)>();
        var upper = new List<(double X, double Y)>();
        for (int i = 0; i <= band.X.Length; i++)
        {
            bool isEnd = i == band.X.Length;
            double x = isEnd ? double.NaN : layout.X.Map(band.X[i]);
            double low = isEnd ? double.NaN : layout.Y.Map(band.Low[i]), high = isEnd ? double.NaN : layout.Y.Map(band.High[i]);
            if (double.IsFinite(x + low + high))
            {
                lower.Add((x, low));
                upper.Add((x, high));
                continue;
            }

            if (lower.Count > 1)
                svg.Element("path", "d", LineDrawing.PathThrough([.. lower, .. Enumerable.Reverse(upper)]) + "Z", "fill", band.Color,
                    "fill-opacity", Opacity);
            lower.Clear();
            upper.Clear();
        }
    }
}
