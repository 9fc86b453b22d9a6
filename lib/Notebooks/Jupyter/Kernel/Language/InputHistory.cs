using System.IO.Enumeration;

namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>The cells of this run, in memory.</summary>
internal sealed class InputHistory : IInputHistory
{
    private const int MostKept = 10_000;

    private readonly Lock gate = new();
    private readonly List<HistoryEntry> entries = [];

    public void Add(int number, string code)
    {
        lock (gate)
        {
            if (entries.Count >= MostKept)
            {
                entries.RemoveAt(0);
            }

            entries.Add(new HistoryEntry(0, number, code));
        }
    }

    public IReadOnlyList<HistoryEntry> Tail(int most, string? pattern, bool unique)
    {
        lock (gate)
        {
            var newestFirst = entries.AsEnumerable().Reverse()
                .Where(entry => pattern is null || FileSystemName.MatchesSimpleExpression(pattern, entry.Code, ignoreCase: false));
            var wanted = unique ? newestFirst.DistinctBy(entry => entry.Code) : newestFirst;
            return [.. wanted.Take(most).Reverse()];
        }
    }

    public IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop)
    {
        lock (gate)
        {
            return session != 0 ? [] : [.. entries.Where(entry => entry.Number >= start && (stop is null || entry.Number < stop))];
        }
    }
}
