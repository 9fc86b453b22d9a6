using System.Globalization;

namespace Course.Plots.Plotly;

/// <summary>The part of a Plotly figure one chart takes, in shares of the whole, and the number of its axes ("", "2", "3", ...).</summary>
internal readonly record struct PlotlyCell(string Suffix, double Left, double Right, double Bottom, double Top)
{
    public static readonly PlotlyCell Whole = new("", 0, 1, 0, 1);

    public static PlotlyCell InGrid(int index, int columns, int rows, double gap)
    {
        double width = 1.0 / columns, height = 1.0 / rows;
        int column = index % columns, row = index / columns;
        double gapX = columns == 1 ? 0 : gap * width, gapY = rows == 1 ? 0 : gap * 2 * height;
        return new PlotlyCell(
            index == 0 ? "" : (index + 1).ToString(CultureInfo.InvariantCulture),
            Math.Round((column * width) + gapX, 4), Math.Round(((column + 1) * width) - gapX, 4),
            Math.Round(1 - ((row + 1) * height) + gapY, 4), Math.Round(1 - (row * height) - gapY, 4));
    }
}
