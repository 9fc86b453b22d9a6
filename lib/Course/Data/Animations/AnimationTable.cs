namespace Course.Data;

/// <summary>Reads the table of animated clips.</summary>
internal static class AnimationTable
{
    private const int MostMilliseconds = 60_000;

    private static readonly string[] Columns =
        ["creature", "family", "action", "phrase", "direction", "frames", "milliseconds", "plays", "source"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static AnimatedClip[] Read(string path, IReadOnlyList<string> directions, int mostFrames)
    {
        var clips = new List<AnimatedClip>();
        var known = new Dictionary<(string, string, string), string>();
        foreach (DataRow row in DataTable.Read(path, Columns, isKeyed: false).Rows)
        {
            (string creature, string action, string direction) = (row[0], row[2], row[4]);
            if (!directions.Contains(direction))
                throw row.Fault($"there is no direction \"{direction}\"; there are {string.Join(", ", directions)}");
            if (!known.TryAdd((creature, action, direction), row.Place))
                throw row.Fault($"{creature}, {action}, {direction} is there already, in {known[(creature, action, direction)]}");
            int frames = row.Whole(row[5], "frames", mostFrames);
            int milliseconds = row.Whole(row[6], "milliseconds", MostMilliseconds);
            clips.Add(new AnimatedClip(
                clips.Count, creature, row[1], action, row[3], direction, frames, 1000.0 * frames / milliseconds,
                Play(row), row[8]));
        }

        return [.. clips];
    }

    private static ClipPlay Play(DataRow row) => row[7] switch
    {
        "play once" => ClipPlay.Once,
        "looped" => ClipPlay.Looped,
        "back forth" => ClipPlay.BackAndForth,
        _ => throw row.Fault($"a clip plays \"play once\", \"looped\" or \"back forth\", not \"{row[7]}\""),
    };
}
