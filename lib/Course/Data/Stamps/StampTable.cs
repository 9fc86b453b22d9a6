namespace Course.Data;

/// <summary>Reads the table of stamps: after the columns below, the captions in other languages, which may be empty.</summary>
internal static class StampTable
{
    private static readonly string[] Columns = ["id", "name", "concept", "kind", "caption"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static Stamp[] Read(string path)
    {
        DataTable table = DataTable.ReadWithMore(path, Columns);
        return [.. table.Rows.Select(row => Parse(row, table.Columns))];
    }

    private static Stamp Parse(DataRow row, IReadOnlyList<string> columns)
    {
        int slash = row[0].LastIndexOf('/');
        if (slash <= 0) throw row.Fault($"\"{row[0]}\" is not an id such as animals/birds/penguin");
        StampKind kind = row[3] switch
        {
            "photograph" => StampKind.Photograph,
            "drawing" => StampKind.Drawing,
            _ => throw row.Fault($"the kind \"{row[3]}\" is neither photograph nor drawing"),
        };
        Dictionary<string, string> captions = Enumerable.Range(Columns.Length, columns.Count - Columns.Length)
            .Where(column => row[column].Length > 0).ToDictionary(column => columns[column], column => row[column]);
        return new Stamp(row.Index, row[1], row[4], row[0][..slash], kind, row[0], row[2], captions);
    }
}
