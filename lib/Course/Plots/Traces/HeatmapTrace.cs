using System.Text;
using Course.Plots.Scales;
using Course.Vision;

namespace Course.Plots.Traces;

/// <summary>A matrix as coloured cells, row 0 on top.</summary>
internal sealed record HeatmapTrace : Trace
{
    private const int LargestInWords = 10;

    public required double[,] Values { get; init; }

    public required ColorMap Map { get; init; }

    /// <summary>The values of the map's two ends.</summary>
    public required (double Min, double Max) Range { get; init; }

    /// <summary>A .NET number format: writes each value into its cell; null for none.</summary>
    public string? CellFormat { get; init; }

    /// <summary>What the colours mean, beside the colour bar.</summary>
    public string? ColorLabel { get; init; }

    public bool ShowColorBar { get; init; } = true;

    public bool SquareCells { get; init; }

    public int Rows => Values.GetLength(0);

    public int Columns => Values.GetLength(1);

    public override IEnumerable<double> XExtent => [-0.5, Columns - 0.5];

    public override IEnumerable<double> YExtent => [-0.5, Rows - 0.5];

    /// <summary>The cell's colour; null where the value is NaN.</summary>
    public Rgb? ColorAt(int row, int column)
    {
        double value = Values[row, column];
        if (double.IsNaN(value)) return null;
        double width = Range.Max - Range.Min;
        return Map.At(width > 0 ? (value - Range.Min) / width : 0.5);
    }

    public override string Describe()
    {
        var text = new StringBuilder($"{Name ?? "heat map"}: {Rows} x {Columns}");
        if (Numbers.Extent(Values.Cast<double>()) is var (min, max)) text.Append($", {NumberText.Short(min)} to {NumberText.Short(max)}");
        if (Rows > LargestInWords || Columns > LargestInWords) return text.ToString();
        string[,] cells = new string[Rows, Columns];
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column++)
                cells[row, column] = NumberText.Short(Values[row, column]);
        int width = cells.Length == 0 ? 0 : cells.Cast<string>().Max(cell => cell.Length);
        for (int row = 0; row < Rows; row++)
            text.Append("\n    ").AppendJoin("  ", Enumerable.Range(0, Columns).Select(column => cells[row, column].PadLeft(width)));
        return text.ToString();
    }

    /// <summary>The range of the colours: the data's; symmetric about zero for a diverging map.</summary>
    public static (double Min, double Max) RangeOf(double[,] values, ColorMap map, double? min, double? max)
    {
        (double low, double high) = Numbers.Extent(values.Cast<double>()) ?? (0, 1);
        if (map.IsDiverging)
        {
            double most = Math.Max(Math.Abs(low), Math.Abs(high));
            (low, high) = (-most, most);
        }

        return (min ?? low, max ?? high);
    }
}
