using Notebooks.Language.History;

namespace Notebooks.Language;

/// <summary>
/// The cells run in this session, as Jupyter's history request asks for them, oldest first. Kept in memory; the
/// oldest are dropped beyond ten thousand. May be used from any thread.
/// </summary>
public sealed class InputHistory
{
    private const int MostEntries = 10_000;
    private const int ThisSession = 1;

    private readonly Lock gate = new();
    private readonly Queue<HistoryEntry> entries = [];

    /// <summary>Keeps a cell.</summary>
    public void Add(int cell, string input, string? output)
    {
        lock (gate)
        {
            entries.Enqueue(new HistoryEntry(ThisSession, cell, input, output));
            if (entries.Count > MostEntries)
            {
                entries.Dequeue();
            }
        }
    }

    /// <summary>The last <paramref name="count"/> cells.</summary>
    public IReadOnlyList<HistoryEntry> Tail(int count) => [.. All().TakeLast(count)];

    /// <summary>The cells with numbers from <paramref name="start"/> up to, not including, <paramref name="stop"/>.</summary>
    /// <param name="session">1 or 0 is this session, the only one there is; negative numbers are earlier ones.</param>
    /// <param name="start">The first number; a negative one counts from behind the last cell.</param>
    /// <param name="stop">Where to stop; null or 0 is the end, a negative one counts from behind the last cell.</param>
    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop)
    {
        var all = All();
        if (session is not (0 or ThisSession) || all.Length == 0)
        {
            return [];
        }

        long end = (long)all.Max(entry => entry.Cell) + 1;
        long first = start < 0 ? end + start : start;
        long last = stop is null or 0 ? end : stop.Value < 0 ? end + stop.Value : stop.Value;
        return [.. all.Where(entry => entry.Cell >= first && entry.Cell < last)];
    }

    /// <summary>The cells whose whole text matches a glob: <c>*</c>, <c>?</c>, <c>[a-z]</c>, <c>[!a-z]</c>; case counts.</summary>
    /// <param name="pattern">The glob.</param>
    /// <param name="count">At most so many, the last ones; null is all.</param>
    /// <param name="unique">Whether of equal texts only the last counts.</param>
    public IReadOnlyList<HistoryEntry> Search(string pattern, int? count = null, bool unique = false)
    {
        var glob = new GlobPattern(pattern);
        var found = All().Where(entry => glob.IsMatch(entry.Input)).Reverse();
        if (unique)
        {
            found = found.DistinctBy(entry => entry.Input);
        }

        return [.. found.Take(count ?? int.MaxValue).Reverse()];
    }

    private HistoryEntry[] All()
    {
        lock (gate)
        {
            return [.. entries];
        }
    }
}
