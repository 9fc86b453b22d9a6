using System.Globalization;

namespace Course.Data;

/// <summary>Reads the tables of kits and samples: a header, then one line each, its cells separated by tabs.</summary>
internal static class DrumTable
{
    private static readonly string[] KitColumns = ["kit", "title", "origin", "family", "maker", "licence"];
    private static readonly string[] SampleColumns = ["id", "instrument", "name", "layer", "layers", "start", "samples", "cut"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DrumKit[] ReadKits(string path) => Read(path, KitColumns, (_, cells, place) =>
    {
        DrumOrigin origin = cells[2] switch
        {
            "acoustic" => DrumOrigin.Acoustic,
            "electronic" => DrumOrigin.Electronic,
            "collected" => DrumOrigin.Collected,
            _ => throw new DataSetException($"{place}: the origin \"{cells[2]}\" is none of acoustic, electronic, collected"),
        };
        return new DrumKit(cells[0], cells[1], origin, cells[3], cells[4], cells[5]);
    });

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DrumRecording[] ReadSamples(string path, IReadOnlyList<DrumKit> kits, string[] instruments) =>
        Read(path, SampleColumns, (index, cells, place) =>
        {
            string kit = cells[0].Split('/')[0];
            if (kits.All(other => other.Name != kit)) throw new DataSetException($"{place}: {cells[0]} is of no kit in kits.tsv");
            int label = Array.IndexOf(instruments, cells[1]);
            if (label < 0)
                throw new DataSetException($"{place}: there is no instrument {cells[1]}; there are {string.Join(", ", instruments)}");
            int layer = Number(cells[3], place), layers = Number(cells[4], place);
            if (layer < 1 || layer > layers) throw new DataSetException($"{place}: there is no layer {layer} of {layers}");
            bool isCut = Number(cells[7], place) > 0;
            var sample = new DrumSample(index, cells[0], kit, cells[1], label, cells[2], layer, layers, isCut);
            return new DrumRecording(sample, Number(cells[5], place), Number(cells[6], place));
        });

    private static T[] Read<T>(string path, string[] columns, Func<int, string[], string, T> parse)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != string.Join('\t', columns))
            throw new DataSetException($"{path}(1): the header must be {string.Join(", ", columns)}, separated by tabs");
        if (lines.Length == 1) throw new DataSetException($"{path}: there is nothing below the header");
        var rows = new T[lines.Length - 1];
        var known = new Dictionary<string, int>();
        for (int i = 0; i < rows.Length; i++)
        {
            int line = i + 2;
            string place = $"{path}({line})";
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != columns.Length)
                throw new DataSetException($"{place}: {cells.Length} cells, but there are {columns.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0)
                throw new DataSetException($"{place}: the {columns[empty]} is empty");
            if (!known.TryAdd(cells[0], line)) throw new DataSetException($"{place}: {cells[0]} is in line {known[cells[0]]} already");
            rows[i] = parse(i, cells, place);
        }

        return rows;
    }

    private static int Number(string cell, string place) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new DataSetException($"{place}: \"{cell}\" is not a number");
}
