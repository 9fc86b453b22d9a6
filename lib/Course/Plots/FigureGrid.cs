using System.Collections.Immutable;
using Course.Display;
using Course.Plots.Traces;

namespace Course.Plots;

/// <summary>Charts side by side, in rows of equal columns.</summary>
[TypeFormatterSource(typeof(FigureFormatterSource),
    PreferredMimeTypes = ["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"])]
public sealed record FigureGrid : Figure
{
    internal const int TitleHeight = 26;

    private const int NarrowestCell = 200;

    internal FigureGrid(ImmutableArray<Chart> charts, int columns)
    {
        if (columns < 1) throw new ArgumentException($"a grid needs at least one column, not {columns}", nameof(columns));
        (Charts, Columns) = (charts, Math.Max(1, Math.Min(columns, charts.Length)));
    }

    internal ImmutableArray<Chart> Charts { get; }

    internal int Columns { get; }

    internal int Rows => (Charts.Length + Columns - 1) / Columns;

    internal (int Width, int Height)? CellSize { get; init; }

    internal int CellWidth =>
        CellSize?.Width ?? (IsPicturesOnly ? DefaultWidth / Math.Max(Columns, 3) : Math.Max(NarrowestCell, DefaultWidth / Columns));

    internal int CellHeight =>
        CellSize?.Height ??
        (IsPicturesOnly ? Charts.Max(PictureHeight) : HasSquareCells ? CellWidth + 8 : Math.Max(180, CellWidth * 4 / 5));

    /// <inheritdoc/>
    public override int Width => Columns * CellWidth;

    /// <inheritdoc/>
    public override int Height => (Rows * CellHeight) + (Title is null ? 0 : TitleHeight);

    private bool IsPicturesOnly => !Charts.IsEmpty && Charts.All(chart => chart.Picture is not null);

    internal bool HasSquareCells => !Charts.IsEmpty && Charts.All(chart => chart.Traces is [HeatmapTrace { SquareCells: true }, ..]);

    /// <summary>The grid with a title above all charts.</summary>
    public FigureGrid WithTitle(string title) => this with { Title = title };

    /// <summary>The grid with cells of the given size in pixels.</summary>
    public FigureGrid WithCellSize(int width, int height)
    {
        if (width < 40 || height < 40)
            throw new ArgumentException($"a cell of {width} x {height} pixels is too small to draw in; use at least 40 x 40");
        return this with { CellSize = (width, height) };
    }

    /// <summary>One line a chart.</summary>
    public override string ToString() =>
        $"{Title ?? "Grid"}: {Charts.Length} figures, {Columns} in a row\n" + string.Join("\n", Charts);

    private int PictureHeight(Chart chart)
    {
        const int caption = 20;
        return (CellWidth * chart.Picture!.Picture.Height / chart.Picture.Picture.Width) + (chart.Title is null ? 0 : caption);
    }
}
