namespace Site.Mathematics;

/// <summary>A piece of LaTeX: a command with its backslash (<c>\frac</c>), a brace, or one character. Blanks are no tokens.</summary>
/// <param name="Text">The token as written.</param>
/// <param name="Start">Where it begins in the formula.</param>
internal readonly record struct LatexToken(string Text, int Start)
{
    /// <summary>True for <c>\name</c> and for a backslash before a sign, such as <c>\,</c>.</summary>
    public bool IsCommand => Text.Length > 1;
}
