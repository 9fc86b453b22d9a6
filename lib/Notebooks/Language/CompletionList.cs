namespace Notebooks.Language;

/// <summary>What can be written at a place, the likeliest first.</summary>
/// <param name="Items">The texts; empty when there is nothing to offer.</param>
/// <param name="Start">Where the text to replace starts, in UTF-16 units.</param>
/// <param name="End">Where it ends: the cursor.</param>
public sealed record CompletionList(IReadOnlyList<CompletionItem> Items, int Start, int End);
