namespace Course.Data;

/// <summary>Reads the table of concepts.</summary>
internal static class EmojiTable
{
    private static readonly string[] Columns = ["hexcode", "label", "tags", "group", "subgroup"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static EmojiConcept[] Read(string path) => [.. DataTable.Read(path, Columns).Rows.Select(Parse)];

    private static EmojiConcept Parse(DataRow row) => row[0].All(letter => char.IsAsciiHexDigit(letter) || letter == '-')
        ? new EmojiConcept(row.Index, row[0], row[1], row[2].Split('|'), row[3], row[4])
        : throw row.Fault($"\"{row[0]}\" is not a hexcode such as 1F427");
}
