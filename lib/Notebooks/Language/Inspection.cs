namespace Notebooks.Language;

/// <summary>What is known about the name at a place: the same content in two forms.</summary>
/// <param name="PlainText">text/plain.</param>
/// <param name="Markdown">text/markdown.</param>
public sealed record Inspection(string PlainText, string Markdown);
