namespace Notebooks.Jupyter.Kernel.Language;

/// <summary>Whether code can run as it stands.</summary>
/// <param name="Status">"complete", "incomplete", "invalid" or "unknown".</param>
/// <param name="Indent">The indentation of the next line, when incomplete.</param>
internal sealed record Completeness(string Status, string Indent = "");
