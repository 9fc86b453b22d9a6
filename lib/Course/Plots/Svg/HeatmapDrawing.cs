using Course.Plots.Scales;
using Course.Plots.Traces;
using Course.Vision;

namespace Course.Plots.Svg;

/// <summary>Draws a matrix: a rectangle a cell, or for a large one an embedded picture.</summary>
internal static class HeatmapDrawing
{
    private const int MostRectangles = 400;
    private const double LumaOfDark = 0.55;

    public static void Draw(SvgWriter svg, HeatmapTrace heatmap, ChartLayout layout)
    {
        if (heatmap.Rows == 0 || heatmap.Columns == 0) return;
        if (heatmap.Rows * heatmap.Columns <= MostRectangles || heatmap.CellFormat is not null) DrawCells(svg, heatmap, layout);
        else DrawPicture(svg, heatmap, layout.Plot);
    }

    private static void DrawCells(SvgWriter svg, HeatmapTrace heatmap, ChartLayout layout)
    {
        double width = layout.X.PerUnit, height = layout.Y.PerUnit;
        svg.Open("g", "shape-rendering", "crispEdges");
        for (int row = 0; row < heatmap.Rows; row++)
            for (int column = 0; column < heatmap.Columns; column++)
                svg.Element("rect", "x", layout.X.Map(column) - (width / 2), "y", layout.Y.Map(row) - (height / 2), "width", width,
                    "height", height,
                    "fill", heatmap.ColorAt(row, column)?.ToString() ?? Palette.Missing);
        svg.Close();
        if (heatmap.CellFormat is not null) DrawNumbers(svg, heatmap, layout, width, height);
    }

    private static void DrawNumbers(SvgWriter svg, HeatmapTrace heatmap, ChartLayout layout, double width, double height)
    {
        string[,] texts = new string[heatmap.Rows, heatmap.Columns];
        double widest = 0;
        for (int row = 0; row < heatmap.Rows; row++)
            for (int column = 0; column < heatmap.Columns; column++)
            {
                double value = heatmap.Values[row, column];
                texts[row, column] = double.IsNaN(value) ? "" : Ticks.Label(value, heatmap.CellFormat);
                widest = Math.Max(widest, TextMetrics.Width(texts[row, column], 1));
            }

        // The largest size that fits into a cell; below six pixels nobody could read it.
        double size = Math.Min(layout.Fonts.Tick, Math.Min(height * 0.7, widest == 0 ? 12 : (width - 2) / widest));
        if (size < 6) return;
        svg.Open("g", "class", "numbers", "font-size", size, "text-anchor", "middle");
        for (int row = 0; row < heatmap.Rows; row++)
            for (int column = 0; column < heatmap.Columns; column++)
                if (texts[row, column].Length > 0)
                    svg.Text("text", texts[row, column], "x", layout.X.Map(column), "y", layout.Y.Map(row) + (size * 0.35),
                        "fill", heatmap.ColorAt(row, column)!.Value.Luma < LumaOfDark ? "#ffffff" : Palette.Ink);
        svg.Close();
    }

    private static void DrawPicture(SvgWriter svg, HeatmapTrace heatmap, Box plot)
    {
        Rgb missing = Rgb.Parse(Palette.Missing);
        var pixels = new byte[heatmap.Rows * heatmap.Columns * 3];
        for (int i = 0; i < pixels.Length / 3; i++)
        {
            Rgb color = heatmap.ColorAt(i / heatmap.Columns, i % heatmap.Columns) ?? missing;
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = (color.R, color.G, color.B);
        }

        ImageDrawing.Embed(svg, new Picture(heatmap.Columns, heatmap.Rows, 3, pixels), plot);
    }
}
