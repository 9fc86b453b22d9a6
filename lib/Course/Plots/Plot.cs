using System.Numerics;
using Course.Plots.Traces;
using Course.Vision;

namespace Course.Plots;

/// <summary>
/// Draws charts: <c>Plot.Line(losses, name: "train").WithTitle("Loss").WithAxes("epoch", "loss")</c>. Sequences may hold any number type.
/// </summary>
public static partial class Plot
{
    /// <summary>A line through points numbered from 0.</summary>
    public static Chart Line<TY>(
        IEnumerable<TY> ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid, bool markers = false)
        where TY : INumber<TY> =>
        new Chart().AddLine(ys, name, color, style, markers);

    /// <summary>
    /// A line through the points (x, y). <paramref name="errors"/> are half the lengths of error bars. NaN breaks the line.
    /// </summary>
    public static Chart Line<TX, TY>(
        IEnumerable<TX> xs, IEnumerable<TY> ys, string? name = null, string? color = null, LineStyle style = LineStyle.Solid,
        bool markers = false, IEnumerable<TY>? errors = null)
        where TX : INumber<TX>
        where TY : INumber<TY> =>
        new Chart().AddLine(xs, ys, name, color, style, markers, errors);

    /// <summary>
    /// Points. With <paramref name="groups"/> (one name a point) each group gets its colour and its place in the legend.
    /// A label is left out where it would cover another.
    /// </summary>
    public static Chart Scatter<TX, TY>(
        IEnumerable<TX> xs, IEnumerable<TY> ys, string? name = null, IEnumerable<string>? groups = null, IEnumerable<string>? labels = null,
        string? color = null, double size = 6)
        where TX : INumber<TX>
        where TY : INumber<TY> =>
        new Chart().AddScatter(xs, ys, name, groups, labels, color, size);

    /// <summary>
    /// One bar for each category. <paramref name="errors"/> are half the lengths of error bars; <paramref name="valueFormat"/> is a .NET
    /// number format and writes each value beside its bar. <see cref="Chart.AddBar"/> puts further bars beside these.
    /// </summary>
    public static Chart Bar<TCategory, TY>(
        IEnumerable<TCategory> categories, IEnumerable<TY> values, string? name = null, string? color = null,
        IEnumerable<TY>? errors = null,
        string? valueFormat = null, bool horizontal = false)
        where TY : INumber<TY> =>
        new Chart().AddBars([.. categories.Select(Numbers.Text)], Numbers.From(values), name, color,
            errors is null ? null : Numbers.From(errors), valueFormat, horizontal);

    /// <summary>
    /// How many values fall into each of <paramref name="bins"/> equal bins; with <paramref name="density"/> scaled to area 1.
    /// </summary>
    public static Chart Histogram<T>(IEnumerable<T> values, int bins = 30, string? name = null, string? color = null, bool density = false)
        where T : INumber<T> =>
        new Chart().AddHistogram(Numbers.From(values), name, color, bins, density).WithAxes(null, density ? "density" : "count");

    /// <summary>
    /// A matrix as coloured cells, row 0 on top. Without a map: viridis, or blue-white-red about zero where both signs occur.
    /// <paramref name="cellFormat"/> is a .NET number format and writes each value into its cell; NaN cells are grey.
    /// </summary>
    public static Chart Heatmap<T>(
        T[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null, ColorMap? map = null, double? min = null,
        double? max = null, string? cellFormat = null, string? colorLabel = null, bool colorBar = true)
        where T : INumber<T> =>
        Heatmap(Numbers.From(values), rows?.ToArray(), columns?.ToArray(), map, min, max, cellFormat, colorLabel, colorBar);

    /// <summary>A matrix of true and false as coloured cells: true is dark.</summary>
    public static Chart Heatmap(bool[,] values, IEnumerable<string>? rows = null, IEnumerable<string>? columns = null) =>
        Heatmap(Numbers.From(values), rows?.ToArray(), columns?.ToArray(), ColorMap.Blues, 0, 1, null, null, colorBar: false);

    /// <summary>A picture with an optional caption above it and an optional coloured frame.</summary>
    public static Chart Image(Picture picture, string? caption = null, string? frame = null)
    {
        int height = (Math.Max(picture.Height, picture.Width) < 300 ? 300 : picture.Height) + (caption is null ? 0 : 24);
        return new Chart { ShowAxes = false, EqualScales = true, Title = caption, Y = new Axis { IsReversed = true } }
            .Add(new ImageTrace { Picture = picture, FrameColor = frame })
            .WithSize(Math.Max(100, 300 * picture.Width / picture.Height), height);
    }

    /// <summary>
    /// Pictures in a grid, each with a caption if there are captions and with a frame (a CSS colour; null for none) if there are frames.
    /// </summary>
    public static FigureGrid Images(
        IEnumerable<Picture> pictures, IEnumerable<string>? captions = null, int columns = 8, IEnumerable<string?>? frames = null)
    {
        Picture[] all = pictures.ToArray();
        string[]? captionOf = captions?.ToArray();
        string?[]? frameOf = frames?.ToArray();
        if (captionOf is not null) Numbers.RequireSameCount("pictures", all.Length, "captions", captionOf.Length);
        if (frameOf is not null) Numbers.RequireSameCount("pictures", all.Length, "frames", frameOf.Length);
        return Grid(all.Select((picture, i) => Image(picture, captionOf?[i], frameOf?[i])), columns);
    }

    /// <summary>Charts side by side, <paramref name="columns"/> in a row.</summary>
    public static FigureGrid Grid(IEnumerable<Chart> figures, int columns = 2) => new([.. figures], columns);

    private static Chart Heatmap(
        double[,] values, string[]? rows, string[]? columns, ColorMap? map, double? min, double? max, string? cellFormat,
        string? colorLabel,
        bool colorBar)
    {
        int rowCount = values.GetLength(0), columnCount = values.GetLength(1);
        if (rows is not null) Numbers.RequireSameCount("rows", rowCount, "row names", rows.Length);
        if (columns is not null) Numbers.RequireSameCount("columns", columnCount, "column names", columns.Length);
        (double low, double high) = Numbers.Extent(values.Cast<double>()) ?? (0, 1);
        map ??= low < 0 && high > 0 ? ColorMap.Diverging : ColorMap.Viridis;
        var trace = new HeatmapTrace
        {
            Values = values, Map = map, Range = HeatmapTrace.RangeOf(values, map, min, max), CellFormat = cellFormat,
            ColorLabel = colorLabel, ShowColorBar = colorBar,
            // A matrix of nearly equal sides is drawn with square cells; a long one fills the space.
            SquareCells = rowCount <= 3 * columnCount && columnCount <= 3 * rowCount,
        };
        return new Chart
        {
            X = new Axis { Categories = columns is null ? [] : [.. columns] },
            Y = new Axis { Categories = rows is null ? [] : [.. rows], IsReversed = true },
        }.Add(trace);
    }
}
