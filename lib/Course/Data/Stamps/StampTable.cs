namespace Course.Data;

/// <summary>
/// Reads the table of stamps: a header, then id, name, concept, kind, English caption, and the captions in other languages (which may be
/// empty), separated by tabs.
/// </summary>
internal static class StampTable
{
    private const int Captions = 5;

    private static readonly string[] Columns = ["id", "name", "concept", "kind", "caption"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static Stamp[] Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        string[] header = lines.Length == 0 ? [] : lines[0].Split('\t');
        if (!header.Take(Captions).SequenceEqual(Columns))
            throw new DataSetException($"{path}(1): the header must begin with {string.Join(", ", Columns)}, separated by tabs");
        if (lines.Length == 1) throw new DataSetException($"{path}: there are no stamps below the header");
        var stamps = new Stamp[lines.Length - 1];
        var known = new Dictionary<string, int>();
        for (int i = 0; i < stamps.Length; i++)
        {
            int line = i + 2;
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != header.Length)
                throw new DataSetException($"{path}({line}): {cells.Length} cells, but there are {header.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0 and < Captions)
                throw new DataSetException($"{path}({line}): the {header[empty]} is empty");
            if (!known.TryAdd(cells[0], line))
                throw new DataSetException($"{path}({line}): {cells[0]} is in line {known[cells[0]]} already");
            stamps[i] = Parse(i, cells, header, $"{path}({line})");
        }

        return stamps;
    }

    private static Stamp Parse(int index, string[] cells, string[] header, string place)
    {
        int slash = cells[0].LastIndexOf('/');
        if (slash <= 0) throw new DataSetException($"{place}: \"{cells[0]}\" is not an id such as animals/birds/penguin");
        StampKind kind = cells[3] switch
        {
            "photograph" => StampKind.Photograph,
            "drawing" => StampKind.Drawing,
            _ => throw new DataSetException($"{place}: the kind \"{cells[3]}\" is neither photograph nor drawing"),
        };
        Dictionary<string, string> captions = Enumerable.Range(Captions, header.Length - Captions)
            .Where(column => cells[column].Length > 0).ToDictionary(column => header[column], column => cells[column]);
        return new Stamp(index, cells[1], cells[4], cells[0][..slash], kind, cells[0], cells[2], captions);
    }
}
