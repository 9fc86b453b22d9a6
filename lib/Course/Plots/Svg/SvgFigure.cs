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
                ChartDrawing.Draw(svg, chart, new Box(0, 0, figure.Width, figure.Height), Fonts.For(figure.Width));
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
            svg.Text("text", TextMetrics.Shorten(grid.Title, size, grid.Width - 16), "x", grid.Width / 2.0, "y", 19,
                "text-anchor", "middle",
                "font-size", size, "font-weight", "bold", "fill", Palette.Ink);
            top = FigureGrid.TitleHeight;
        }

        Fonts fonts = Fonts.For(grid.CellWidth);
        Column[] columns = grid.HasSquareCells ? ColumnsOfEqualPlots(grid) : EqualColumns(grid);
        for (int i = 0; i < grid.Charts.Length; i++)
        {
            Column column = columns[i % grid.Columns];
            var box = new Box(column.Left, top + (i / grid.Columns * grid.CellHeight), column.Width, grid.CellHeight);
            ChartDrawing.Draw(svg, grid.Charts[i], box, fonts, column.Margins);
        }
    }

    private static Column[] EqualColumns(FigureGrid grid) =>
        Enumerable.Range(0, grid.Columns).Select(i => new Column(i * grid.CellWidth, grid.CellWidth, default)).ToArray();

    /// <summary>
    /// Matrices side by side are compared cell by cell: a column with labels or a colour bar gets more room, so that all are of one size.
    /// </summary>
    private static Column[] ColumnsOfEqualPlots(FigureGrid grid)
    {
        var cell = new Box(0, 0, grid.CellWidth, grid.CellHeight);
        Margins[] each = grid.Charts.Select(chart => new ChartLayout(chart, cell, Fonts.For(grid.CellWidth)).Margins).ToArray();
        Margins[] margins = Enumerable.Range(0, grid.Columns)
            .Select(column => each.Where((_, i) => i % grid.Columns == column).ToArray())
            .Select(all => new Margins(all.Max(one => one.Left), all.Max(one => one.Right)))
            .ToArray();
        double plotWidth = Math.Max(30, (grid.Width - margins.Sum(one => one.Left + one.Right)) / grid.Columns);

        var columns = new Column[grid.Columns];
        double left = 0;
        for (int i = 0; i < columns.Length; i++)
        {
            columns[i] = new Column(left, margins[i].Left + plotWidth + margins[i].Right, margins[i]);
            left += columns[i].Width;
        }

        return columns;
    }

    private readonly record struct Column(double Left, double Width, Margins Margins);
}
