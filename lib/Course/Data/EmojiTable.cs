namespace Course.Data;

/// <summary>Reads the table of concepts: a header, then hexcode, label, tags, group and subgroup, separated by tabs.</summary>
internal static class EmojiTable
{
    private const string Header = "hexcode\tlabel\ttags\tgroup\tsubgroup";

    private static readonly string[] Columns = Header.Split('\t');

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static EmojiConcept[] Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new DataSetException($"{path}(1): the header must be {string.Join(", ", Columns)}, separated by tabs");
        if (lines.Length == 1) throw new DataSetException($"{path}: there are no concepts below the header");
        var concepts = new EmojiConcept[lines.Length - 1];
        var known = new Dictionary<string, int>();
        for (int i = 0; i < concepts.Length; i++)
        {
            int line = i + 2;
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != Columns.Length)
                throw new DataSetException($"{path}({line}): {cells.Length} cells, but there are {Columns.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0)
                throw new DataSetException($"{path}({line}): the {Columns[empty]} is empty");
            if (!cells[0].All(letter => char.IsAsciiHexDigit(letter) || letter == '-'))
                throw new DataSetException($"{path}({line}): \"{cells[0]}\" is not a hexcode such as 1F427");
            if (!known.TryAdd(cells[0], line))
                throw new DataSetException($"{path}({line}): {cells[0]} is in line {known[cells[0]]} already");
            concepts[i] = new EmojiConcept(i, cells[0], cells[1], cells[2].Split('|'), cells[3], cells[4]);
        }

        return concepts;
    }
}
