namespace Site.Mathematics;

/// <summary>
/// Turns the LaTeX of the notebooks into MathML, which browsers show without a script. It knows a subset of LaTeX and says so
/// when a formula leaves it.
/// </summary>
internal static class MathMl
{
    /// <summary>A formula as a <c>math</c> element that also carries its source.</summary>
    /// <param name="latex">The formula, without dollar signs.</param>
    /// <param name="display">Whether it stands on a line of its own.</param>
    /// <exception cref="MathException">The formula holds an unknown command, or braces do not match.</exception>
    public static string From(string latex, bool display)
    {
        var body = new LatexParser(latex).Read();
        var mode = display ? " display=\"block\"" : "";
        return $"<math{mode}><semantics><mrow>{body}</mrow>"
            + $"<annotation encoding=\"application/x-tex\">{Html.Escape(latex.Trim())}</annotation></semantics></math>";
    }
}
