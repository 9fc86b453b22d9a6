using System.Globalization;

namespace Course.Data;

/// <summary>A table of a data set: a header, then a line a row, its cells separated by tabs. Mistakes are told with their line.</summary>
internal static class ClipTable
{
    /// <summary>The rows, each with its place for messages: "clips.tsv(2)".</summary>
    /// <param name="path">The file.</param>
    /// <param name="header">The names of the columns, separated by tabs.</param>
    /// <exception cref="DataSetException">The header is another one, there are no rows, or a cell is missing or empty.</exception>
    public static IReadOnlyList<(string Place, string[] Cells)> Read(string path, string header)
    {
        string[] columns = header.Split('\t'), lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != header)
            throw new DataSetException($"{path}(1): the header must be {string.Join(", ", columns)}, separated by tabs");
        if (lines.Length == 1) throw new DataSetException($"{path}: there are no rows below the header");
        var rows = new (string, string[])[lines.Length - 1];
        for (int i = 0; i < rows.Length; i++)
        {
            string place = $"{path}({i + 2})";
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != columns.Length)
                throw new DataSetException($"{place}: {cells.Length} cells, but there are {columns.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0)
                throw new DataSetException($"{place}: the {columns[empty]} is empty");
            rows[i] = (place, cells);
        }

        return rows;
    }

    /// <summary>A cell's whole number from 1 to <paramref name="most"/>.</summary>
    /// <exception cref="DataSetException">It is none.</exception>
    public static int Whole(string cell, string column, int most, string place) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most
            ? value
            : throw new DataSetException($"{place}: the {column} must be a whole number from 1 to {most}, not \"{cell}\"");
}
