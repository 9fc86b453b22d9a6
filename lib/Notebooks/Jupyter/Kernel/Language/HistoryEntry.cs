namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>A cell of the history.</summary>
/// <param name="Session">The number of the kernel's run; 0 is this one.</param>
/// <param name="Number">Its execution count.</param>
/// <param name="Code">Its text.</param>
internal sealed record HistoryEntry(int Session, int Number, string Code);
