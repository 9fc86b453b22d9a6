using System.Globalization;

namespace Course.Data;

/// <summary>A row of a <see cref="DataTable"/>.</summary>
/// <param name="Index">Its number, from 0 on.</param>
/// <param name="Place">Where it is, for messages: "clips.tsv(2)".</param>
/// <param name="Cells">Its cells.</param>
internal sealed record DataRow(int Index, string Place, string[] Cells)
{
    /// <summary>A cell.</summary>
    public string this[int column] => Cells[column];

    /// <summary>A cell's whole number from 0 on.</summary>
    /// <exception cref="DataSetException">It is none.</exception>
    public int Whole(int column, string name) =>
        int.TryParse(Cells[column], NumberStyles.None, CultureInfo.InvariantCulture, out int value)
            ? value
            : throw Fault($"the {name} must be a whole number, not \"{Cells[column]}\"");

    /// <summary>A text's whole number from 1 to <paramref name="most"/>.</summary>
    /// <exception cref="DataSetException">It is none.</exception>
    public int Whole(string text, string name, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most
            ? value
            : throw Fault($"the {name} must be a whole number from 1 to {most}, not \"{text}\"");

    /// <summary>What is wrong with the row, as an exception to throw.</summary>
    public DataSetException Fault(string message) => new($"{Place}: {message}");
}
