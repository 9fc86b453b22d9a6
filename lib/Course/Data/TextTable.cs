using System.Text;

namespace Course.Data;

/// <summary>Writes a <see cref="Table"/> in characters.</summary>
internal static class TextTable
{
    private const int MostCharacters = 60;

    public static string Of(Table table)
    {
        IEnumerable<string[]> rows = table.Rows.Select(row => row.Select(value => Shorten(Table.Text(value))).ToArray());
        string[][] cells = [[.. table.Columns.Select(Shorten)], .. rows];
        int[] widths = [.. Enumerable.Range(0, table.Columns.Count).Select(column => cells.Max(row => row[column].Length))];
        var text = new StringBuilder();
        foreach (string[] row in cells)
        {
            IEnumerable<string> aligned = row.Select((cell, column) =>
                table.IsNumeric(column) ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            text.Append(string.Join("  ", aligned).TrimEnd()).Append('\n');
        }

        if (table.RowsLeft > 0) text.Append($"... and {table.RowsLeft} more\n");
        return text.ToString().TrimEnd('\n');
    }

    private static string Shorten(string cell)
    {
        string line = cell.ReplaceLineEndings(" ");
        return line.Length <= MostCharacters ? line : line[..(MostCharacters - 3)] + "...";
    }
}
