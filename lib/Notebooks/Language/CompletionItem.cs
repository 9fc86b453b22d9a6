namespace Notebooks.Language;

/// <summary>One text that can stand in place of what was typed.</summary>
/// <param name="Text">What is inserted.</param>
/// <param name="Kind">What it stands for.</param>
/// <param name="Signature">Its declaration in one line; null where the text says it all.</param>
public sealed record CompletionItem(string Text, CompletionKind Kind, string? Signature = null)
{
    /// <summary>Finds the documentation; looked up late, because a list is long and a reader looks at one item.</summary>
    internal Func<string?>? FindDocumentation { get; init; }

    /// <summary>The first lines of its documentation as plain text, or null.</summary>
    public string? Documentation => FindDocumentation?.Invoke();
}
