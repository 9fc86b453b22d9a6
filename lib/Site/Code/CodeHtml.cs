namespace Site.Code;

/// <summary>Code as HTML: C# with its parts coloured, other languages plain.</summary>
internal static class CodeHtml
{
    /// <summary>A <c>pre</c> element. A reader without a mouse can scroll it, hence the tabindex.</summary>
    public static string Of(string code, string language)
    {
        var inner = language is "csharp" or "cs" or "C#" ? CSharpHighlighter.Html(code.TrimEnd()) : Site.Html.Escape(code.TrimEnd());
        return $"<pre class=\"code\" tabindex=\"0\"><code>{inner}</code></pre>";
    }
}
