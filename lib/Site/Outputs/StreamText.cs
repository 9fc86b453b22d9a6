using System.Text.RegularExpressions;

namespace Site.Outputs;

/// <summary>Console text as HTML, with the lines that Check writes set off.</summary>
internal static partial class StreamText
{
    /// <summary>Text of the standard output or, when it is an error, of the other stream.</summary>
    public static string Html(string text, bool isError)
    {
        var lines = Colours().Replace(text.TrimEnd('\n'), "").Split('\n').Select(line => line switch
        {
            ['✓', ' ', ..] => $"<span class=\"tick\">{Site.Html.Escape(line)}</span>",
            ['▪', ' ', ..] => $"<span class=\"figure\">{Site.Html.Escape(line)}</span>",
            _ => Site.Html.Escape(line),
        });
        return $"<pre class=\"{(isError ? "error" : "output")}\" tabindex=\"0\">{string.Join('\n', lines)}</pre>\n";
    }

    // Terminal colours of tracebacks.
    [GeneratedRegex(@"\u001b\[[0-9;]*m")]
    private static partial Regex Colours();
}
