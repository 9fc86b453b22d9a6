namespace Notebooks.Language;

/// <summary>Whether code is ready to run.</summary>
/// <param name="Status">The verdict.</param>
/// <param name="Indent">The blanks that the next line starts with; empty unless the code is incomplete.</param>
public sealed record Completeness(CompletenessStatus Status, string Indent = "");
