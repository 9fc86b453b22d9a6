using System.Text;

namespace Site;

/// <summary>Text as HTML.</summary>
internal static class Html
{
    /// <summary>The text with everything escaped that HTML or XML would read as markup; other characters stay as they are.</summary>
    public static string Escape(string text)
    {
        var html = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => html.Append("&amp;"),
                '<' => html.Append("&lt;"),
                '>' => html.Append("&gt;"),
                '"' => html.Append("&quot;"),
                _ => html.Append(c),
            };
        }

        return html.ToString();
    }
}
