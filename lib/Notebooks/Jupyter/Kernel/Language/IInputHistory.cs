namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>The cells run so far.</summary>
internal interface IInputHistory
{
    void Add(int number, string code);

    /// <summary>The newest cells, oldest first.</summary>
    /// <param name="most">At most so many.</param>
    /// <param name="pattern">A pattern with * and ? that they match; null for all.</param>
    /// <param name="unique">Whether equal cells count once, as the newest.</param>
    IReadOnlyList<HistoryEntry> Tail(int most, string? pattern, bool unique);

    /// <summary>The cells numbered from <paramref name="start"/> up to, not including, <paramref name="stop"/>; null for no end.</summary>
    IReadOnlyList<HistoryEntry> Range(int session, int start, int? stop);
}
