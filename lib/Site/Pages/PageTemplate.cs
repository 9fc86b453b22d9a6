namespace Site.Pages;

/// <summary>The frame of every page.</summary>
internal static class PageTemplate
{
    /// <summary>The course's name, in every page's head.</summary>
    public const string CourseTitle = "Multimodal transformers in C#";

    /// <summary>A whole page.</summary>
    /// <param name="title">The page's title, as text.</param>
    /// <param name="kind">The class of the body.</param>
    /// <param name="body">What stands between header and footer, as HTML.</param>
    public static string Page(string title, string kind, string body)
    {
        var full = title == CourseTitle ? title : $"{title} - {CourseTitle}";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Escape(full)}</title>
            <link rel="stylesheet" href="site.css">
            <script src="site.js" defer></script>
            </head>
            <body class="{kind}">
            <a class="skip" href="#content">Skip to the text</a>
            <header><a href="index.html">{CourseTitle}</a></header>
            {body}
            </body>
            </html>

            """.ReplaceLineEndings("\n");
    }
}
