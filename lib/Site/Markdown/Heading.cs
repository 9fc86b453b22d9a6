namespace Site.Markdown;

/// <summary>A heading of a page.</summary>
/// <param name="Level">1 for a chapter, 2 for a section.</param>
/// <param name="Html">The text as HTML.</param>
/// <param name="Text">The text alone.</param>
/// <param name="Id">What a link to it names.</param>
internal sealed record Heading(int Level, string Html, string Text, string Id);
