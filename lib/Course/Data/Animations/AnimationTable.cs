namespace Course.Data;

/// <summary>Reads the table of animated clips.</summary>
internal static class AnimationTable
{
    private const string Header = "creature\tfamily\taction\tphrase\tdirection\tframes\tmilliseconds\tplays\tsource";
    private const int MostMilliseconds = 60_000;

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static AnimatedClip[] Read(string path, IReadOnlyList<string> directions, int mostFrames)
    {
        var clips = new List<AnimatedClip>();
        var known = new Dictionary<(string, string, string), string>();
        foreach ((string place, string[] cells) in ClipTable.Read(path, Header))
        {
            (string creature, string action, string direction) = (cells[0], cells[2], cells[4]);
            if (!directions.Contains(direction))
                throw new DataSetException($"{place}: there is no direction \"{direction}\"; there are {string.Join(", ", directions)}");
            if (!known.TryAdd((creature, action, direction), place))
                throw new DataSetException(
                    $"{place}: {creature}, {action}, {direction} is there already, in {known[(creature, action, direction)]}");
            int frames = ClipTable.Whole(cells[5], "frames", mostFrames, place);
            int milliseconds = ClipTable.Whole(cells[6], "milliseconds", MostMilliseconds, place);
            clips.Add(new AnimatedClip(
                clips.Count, creature, cells[1], action, cells[3], direction, frames, 1000.0 * frames / milliseconds,
                Play(cells[7], place), cells[8]));
        }

        return [.. clips];
    }

    private static ClipPlay Play(string cell, string place) => cell switch
    {
        "play once" => ClipPlay.Once,
        "looped" => ClipPlay.Looped,
        "back forth" => ClipPlay.BackAndForth,
        _ => throw new DataSetException($"{place}: a clip plays \"play once\", \"looped\" or \"back forth\", not \"{cell}\""),
    };
}
