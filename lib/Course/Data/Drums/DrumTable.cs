namespace Course.Data;

/// <summary>Reads the tables of kits and samples.</summary>
internal static class DrumTable
{
    private static readonly string[] KitColumns = ["kit", "title", "origin", "family", "maker", "licence"];
    private static readonly string[] SampleColumns = ["id", "instrument", "name", "layer", "layers", "start", "samples", "cut"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DrumKit[] ReadKits(string path) => [.. DataTable.Read(path, KitColumns).Rows.Select(row => new DrumKit(
        row[0], row[1], Origin(row), row[3], row[4], row[5]))];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static DrumRecording[] ReadSamples(string path, IReadOnlyList<DrumKit> kits, string[] instruments) =>
        [.. DataTable.Read(path, SampleColumns).Rows.Select(row => Sample(row, kits, instruments))];

    private static DrumOrigin Origin(DataRow row) => row[2] switch
    {
        "acoustic" => DrumOrigin.Acoustic,
        "electronic" => DrumOrigin.Electronic,
        "collected" => DrumOrigin.Collected,
        _ => throw row.Fault($"the origin \"{row[2]}\" is none of acoustic, electronic, collected"),
    };

    private static DrumRecording Sample(DataRow row, IReadOnlyList<DrumKit> kits, string[] instruments)
    {
        string kit = row[0].Split('/')[0];
        if (kits.All(other => other.Name != kit)) throw row.Fault($"{row[0]} is of no kit in kits.tsv");
        int label = Array.IndexOf(instruments, row[1]);
        if (label < 0) throw row.Fault($"there is no instrument {row[1]}; there are {string.Join(", ", instruments)}");
        int layer = row.Whole(3, "layer"), layers = row.Whole(4, "layers");
        if (layer < 1 || layer > layers) throw row.Fault($"there is no layer {layer} of {layers}");
        bool isCut = row.Whole(7, "cut") > 0;
        var sample = new DrumSample(row.Index, row[0], kit, row[1], label, row[2], layer, layers, isCut);
        return new DrumRecording(sample, row.Whole(5, "start"), row.Whole(6, "samples"));
    }
}
