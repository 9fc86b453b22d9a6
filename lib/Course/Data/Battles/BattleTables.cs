using System.Globalization;

namespace Course.Data;

/// <summary>Reads the two tables of the battles. A cell of "-" stands for nothing.</summary>
internal static class BattleTables
{
    private const string UnitHeader = "id\tname\tform\trace\tline\tlevel\talignment\tdescription\tsource";
    private const string ClipHeader = "unit\taction\tphrase\tweapon\tdamage\trange\tfacing\tmilliseconds\tsound";
    private const int MostMilliseconds = 60_000;

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static BattleUnit[] ReadUnits(string path)
    {
        var units = new Dictionary<string, BattleUnit>();
        foreach ((string place, string[] cells) in ClipTable.Read(path, UnitHeader))
        {
            if (!int.TryParse(cells[5], NumberStyles.None, CultureInfo.InvariantCulture, out int level))
                throw new DataSetException($"{place}: the level must be a whole number, not \"{cells[5]}\"");
            var unit = new BattleUnit(
                units.Count, cells[0], cells[1], OrNothing(cells[2]), cells[3], cells[4], level, cells[6], cells[7], cells[8]);
            if (!units.TryAdd(unit.Id, unit)) throw new DataSetException($"{place}: {unit.Id} is there already");
        }

        return [.. units.Values];
    }

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static BattleClip[] ReadClips(string path, IReadOnlyList<BattleUnit> units, int mostFrames)
    {
        var clips = new List<BattleClip>();
        Dictionary<string, BattleUnit> byId = units.ToDictionary(unit => unit.Id);
        foreach ((string place, string[] cells) in ClipTable.Read(path, ClipHeader))
        {
            if (!byId.TryGetValue(cells[0], out BattleUnit? unit)) throw new DataSetException($"{place}: there is no unit {cells[0]}");
            int[] times = [.. cells[7].Split('|').Select(time => ClipTable.Whole(time, "milliseconds", MostMilliseconds, place))];
            if (times.Length > mostFrames) throw new DataSetException($"{place}: {times.Length} frames, and {mostFrames} are the most");
            clips.Add(new BattleClip(
                clips.Count, unit, cells[1], cells[2], OrNothing(cells[3]), OrNothing(cells[4]), OrNothing(cells[5]), cells[6], times,
                OrNothing(cells[8])));
        }

        return [.. clips];
    }

    private static string OrNothing(string cell) => cell == "-" ? "" : cell;
}
