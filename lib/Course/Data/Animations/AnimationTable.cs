using System.Globalization;

namespace Course.Data;

/// <summary>Reads the table of clips: a header, then a line a clip, its cells separated by tabs.</summary>
internal static class AnimationTable
{
    private const string Header = "creature\tfamily\taction\tphrase\tdirection\tframes\tmilliseconds\tplays\tsource";

    private static readonly string[] Columns = Header.Split('\t');

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static AnimatedClip[] Read(string path, IReadOnlyList<string> directions, int mostFrames)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0 || lines[0] != Header)
            throw new DataSetException($"{path}(1): the header must be {string.Join(", ", Columns)}, separated by tabs");
        if (lines.Length == 1) throw new DataSetException($"{path}: there are no clips below the header");
        var clips = new AnimatedClip[lines.Length - 1];
        var known = new Dictionary<(string, string, string), int>();
        for (int i = 0; i < clips.Length; i++)
        {
            string place = $"{path}({i + 2})";
            string[] cells = lines[i + 1].Split('\t');
            if (cells.Length != Columns.Length)
                throw new DataSetException($"{place}: {cells.Length} cells, but there are {Columns.Length} columns");
            if (Array.FindIndex(cells, string.IsNullOrWhiteSpace) is var empty and >= 0)
                throw new DataSetException($"{place}: the {Columns[empty]} is empty");
            if (!directions.Contains(cells[4]))
                throw new DataSetException($"{place}: there is no direction \"{cells[4]}\"; there are {string.Join(", ", directions)}");
            int frames = Whole(cells[5], "frames", mostFrames, place);
            int milliseconds = Whole(cells[6], "milliseconds", 60_000, place);
            if (!known.TryAdd((cells[0], cells[2], cells[4]), i + 2))
                throw new DataSetException(
                    $"{place}: {cells[0]}, {cells[2]}, {cells[4]} is in line {known[(cells[0], cells[2], cells[4])]} already");
            clips[i] = new AnimatedClip(
                i, cells[0], cells[1], cells[2], cells[3], cells[4], frames, 1000.0 * frames / milliseconds, Play(cells[7], place),
                cells[8]);
        }

        return clips;
    }

    private static int Whole(string cell, string column, int most, string place) =>
        int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out int value) && value >= 1 && value <= most
            ? value
            : throw new DataSetException($"{place}: the {column} must be a whole number from 1 to {most}, not \"{cell}\"");

    private static ClipPlay Play(string cell, string place) => cell switch
    {
        "play once" => ClipPlay.Once,
        "looped" => ClipPlay.Looped,
        "back forth" => ClipPlay.BackAndForth,
        _ => throw new DataSetException($"{place}: a clip plays \"play once\", \"looped\" or \"back forth\", not \"{cell}\""),
    };
}
