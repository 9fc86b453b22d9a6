using System.IO.Compression;

namespace Course.Data;

/// <summary>A table of a data set: a header, then a line a row, its cells separated by tabs. Mistakes are told with their line.</summary>
internal sealed class DataTable
{
    private DataTable(string[] columns, DataRow[] rows) => (Columns, Rows) = (columns, rows);

    /// <summary>The names of the columns.</summary>
    public IReadOnlyList<string> Columns { get; }

    /// <summary>The rows, at least one.</summary>
    public IReadOnlyList<DataRow> Rows { get; }

    /// <summary>Reads a table with just these columns, none of whose cells is empty.</summary>
    /// <param name="path">The file; one whose name ends in .gz is unpacked.</param>
    /// <param name="columns">The names of the columns.</param>
    /// <param name="isKeyed">Whether no two rows may have the same first cell.</param>
    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DataTable Read(string path, string[] columns, bool isKeyed = true)
    {
        string[] lines = ReadLines(path);
        if (lines.Length == 0 || !lines[0].Split('\t').SequenceEqual(columns))
            throw new DataSetException($"{path}(1): the header must be {string.Join(", ", columns)}, separated by tabs");
        return Read(path, lines, columns, columns.Length, isKeyed);
    }

    /// <summary>Reads a table that has more columns behind these; there, cells may be empty.</summary>
    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DataTable ReadWithMore(string path, string[] columns)
    {
        string[] lines = ReadLines(path);
        string[] header = lines.Length == 0 ? [] : lines[0].Split('\t');
        if (!header.Take(columns.Length).SequenceEqual(columns))
            throw new DataSetException($"{path}(1): the header must begin with {string.Join(", ", columns)}, separated by tabs");
        return Read(path, lines, header, columns.Length, isKeyed: true);
    }

    private static string[] ReadLines(string path)
    {
        if (!path.EndsWith(".gz", StringComparison.Ordinal)) return File.ReadAllLines(path);
        try
        {
            using var text = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
            var lines = new List<string>();
            while (text.ReadLine() is { } line) lines.Add(line);
            return [.. lines];
        }
        catch (InvalidDataException problem)
        {
            throw new DataSetException($"{path} cannot be unpacked: {problem.Message}");
        }
    }

    private static DataTable Read(string path, string[] lines, string[] columns, int filled, bool isKeyed)
    {
        if (lines.Length == 1) throw new DataSetException($"{path}: there are no rows below the header");
        var rows = new DataRow[lines.Length - 1];
        var known = new Dictionary<string, int>();
        for (int i = 0; i < rows.Length; i++)
        {
            int line = i + 2;
            string place = $"{path}({line})";
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != columns.Length)
                throw new DataSetException($"{place}: {cells.Length} cells, but there are {columns.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0 && empty < filled)
                throw new DataSetException($"{place}: the {columns[empty]} is empty");
            if (isKeyed && !known.TryAdd(cells[0], line))
                throw new DataSetException($"{place}: {cells[0]} is in line {known[cells[0]]} already");
            rows[i] = new DataRow(i, place, cells);
        }

        return new DataTable(columns, rows);
    }
}
