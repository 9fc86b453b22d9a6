namespace Course.Data;

/// <summary>Reads the two tables of the battles. A cell of "-" stands for nothing.</summary>
internal static class BattleTables
{
    private const int MostMilliseconds = 60_000;

    private static readonly string[] UnitColumns = ["id", "name", "form", "race", "line", "level", "alignment", "description", "source"];
    private static readonly string[] ClipColumns =
        ["unit", "action", "phrase", "weapon", "damage", "range", "facing", "milliseconds", "sound"];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static BattleUnit[] ReadUnits(string path) => [.. DataTable.Read(path, UnitColumns).Rows.Select(row => new BattleUnit(
        row.Index, row[0], row[1], OrNothing(row[2]), row[3], row[4], row.Whole(5, "level"), row[6], row[7], row[8]))];

    /// <exception cref="DataSetException">A line is not what it should be; the message says which one.</exception>
    public static BattleClip[] ReadClips(string path, IReadOnlyList<BattleUnit> units, int mostFrames)
    {
        Dictionary<string, BattleUnit> byId = units.ToDictionary(unit => unit.Id);
        return [.. DataTable.Read(path, ClipColumns, isKeyed: false).Rows.Select(Parse)];

        BattleClip Parse(DataRow row)
        {
            if (!byId.TryGetValue(row[0], out BattleUnit? unit)) throw row.Fault($"there is no unit {row[0]}");
            int[] times = [.. row[7].Split('|').Select(time => row.Whole(time, "milliseconds", MostMilliseconds))];
            if (times.Length > mostFrames) throw row.Fault($"{times.Length} frames, and {mostFrames} are the most");
            return new BattleClip(
                row.Index, unit, row[1], row[2], OrNothing(row[3]), OrNothing(row[4]), OrNothing(row[5]), row[6], times, OrNothing(row[8]));
        }
    }

    private static string OrNothing(string cell) => cell == "-" ? "" : cell;
}
