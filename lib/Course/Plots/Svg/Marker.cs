namespace Course.Plots.Svg;

/// <summary>Draws the mark of one point.</summary>
internal static class Marker
{
    public const int Shapes = 4;

    public static void Draw(SvgWriter svg, int shape, double x, double y, double size, string color)
    {
        double r = size / 2;
        switch (shape % Shapes)
        {
            case 0:
                svg.Element("circle", "cx", x, "cy", y, "r", r, "fill", color);
                break;
            case 1:
                svg.Element("rect", "x", x - (r * 0.9), "y", y - (r * 0.9), "width", r * 1.8, "height", r * 1.8, "fill", color);
                break;
            case 2:
                svg.Element("path", "d", Path([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)]), "fill", color);
                break;
            default:
                svg.Element("path", "d", Path([(0, -1.2), (1.15, 0.85), (-1.15, 0.85)]), "fill", color);
                break;
        }

        string Path((double X, double Y)[] corners) =>
            "M" + string.Join("L", corners.Select(c => SvgWriter.Number(x + (c.X * r)) + " " + SvgWriter.Number(y + (c.Y * r)))) + "Z";
    }
}
