namespace Course.Plots.Svg;

/// <summary>Draws a figure as an SVG document.</summary>
internal static class SvgFigure
{
    public static string Render(Figure figure)
    {
        var svg = new SvgWriter();
        svg.Open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", figure.Width, "height", figure.Height,
            "viewBox", $"0 0 {figure.Width} {figure.Height}", "font-family", Fonts.Family, "role", "img");
        svg.Text("title", figure.Title ?? "Chart");
        svg.Text("desc", figure.ToString());
        svg.Element("rect", "width", figure.Width, "height", figure.Height, "fill", "#ffffff");
        switch (figure)
        {
            case Chart chart:
                ChartDrawing.Draw(svg, chart, new Box(0, 0, figure.Width, figure.Height));
                break;
            case FigureGrid grid:
                DrawGrid(svg, grid);
                break;
        }

        svg.Close();
        return svg.ToString();
    }

    private static void DrawGrid(SvgWriter svg, FigureGrid grid)
    {
        double top = 0;
        if (grid.Title is not null)
        {
            const double size = 15;
            svg.Text("text", TextMetrics.Shorten(grid.Title, size, grid.Width - 16), "x", grid.Width / 2.0, "y", 19, "text-anchor", "middle",
                "font-size", size, "font-weight", "bold", "fill", Palette.Ink);
            top = FigureGrid.TitleHeight;
        }

        Margins margins = CommonMargins(grid);
        for (int i = 0; i < grid.Charts.Length; i++)
        {
            var box = new Box(i % grid.Columns * grid.CellWidth, top + (i / grid.Columns * grid.CellHeight), grid.CellWidth, grid.CellHeight);
            ChartDrawing.Draw(svg, grid.Charts[i], box, margins);
        }
    }

    /// <summary>Matrices side by side are compared cell by cell: they get the same margins and with them the same size.</summary>
    private static Margins CommonMargins(FigureGrid grid)
    {
        if (!grid.HasSquareCells) return default;
        Margins[] each = grid.Charts.Select(chart => new ChartLayout(chart, new Box(0, 0, grid.CellWidth, grid.CellHeight)).Margins).ToArray();
        return new Margins(each.Max(margins => margins.Left), each.Max(margins => margins.Right));
    }
}
