namespace Notebooks.Language;

/// <summary>One cell that was run.</summary>
/// <param name="Session">The session's number; this one is 1.</param>
/// <param name="Cell">The cell's execution count.</param>
/// <param name="Input">Its text.</param>
/// <param name="Output">The value of its last expression as text, or null.</param>
public sealed record HistoryEntry(int Session, int Cell, string Input, string? Output);
