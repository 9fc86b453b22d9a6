using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Site.Mathematics;

namespace Site.Markdown;

/// <summary>The marks within a line: code, formulas, links, pictures, bold and slanted text.</summary>
internal sealed partial class MarkdownInline(IMarkdownLinks links)
{
    /// <summary>A line or paragraph as HTML.</summary>
    /// <exception cref="MathException">A formula cannot be shown.</exception>
    public string Html(string text)
    {
        var html = new StringBuilder();
        var position = 0;
        foreach (Match match in Marks().Matches(text))
        {
            html.Append(Site.Html.Escape(text[position..match.Index])).Append(Mark(match));
            position = match.Index + match.Length;
        }

        return html.Append(Site.Html.Escape(text[position..])).ToString();
    }

    /// <summary>A line without its marks; formulas stay as they are written.</summary>
    public static string Plain(string html) =>
        WebUtility.HtmlDecode(Tags().Replace(Formula().Replace(html, match => match.Groups["tex"].Value), ""));

    private string Mark(Match match)
    {
        string? Of(string group) => match.Groups[group] is { Success: true } found ? found.Value : null;

        if (Of("escaped") is { } escaped)
        {
            return Site.Html.Escape(escaped);
        }

        if (Of("code") is { } code)
        {
            return $"<code>{Site.Html.Escape(code.Trim(' '))}</code>";
        }

        if (Of("display") is { } display)
        {
            return MathMl.From(display, display: true);
        }

        if (Of("formula") is { } formula)
        {
            return MathMl.From(formula, display: false);
        }

        if (Of("bold") is { } bold)
        {
            return $"<strong>{Html(bold)}</strong>";
        }

        if ((Of("slanted") ?? Of("underscored")) is { } slanted)
        {
            return $"<em>{Html(slanted)}</em>";
        }

        var address = Of("address") ?? Of("bare")!;
        if (Of("alt") is { } alt)
        {
            return $"<img src=\"{Site.Html.Escape(links.Picture(address))}\" alt=\"{Site.Html.Escape(alt)}\">";
        }

        var shown = Html(Of("text") ?? address);
        return links.Link(address) is { } target ? $"<a href=\"{Site.Html.Escape(target)}\">{shown}</a>" : shown;
    }

    [GeneratedRegex(
        @"(?<ticks>`+)(?<code>.+?)(?<!`)\k<ticks>(?!`)"
        + @"|\$\$(?<display>.+?)\$\$"
        + @"|\$(?<formula>[^\s$](?:[^$]*[^\s$\\])?)\$(?![0-9])"
        + @"|\\(?<escaped>[\\`*_{}\[\]()#+\-.!|$<>~])"
        + @"|!\[(?<alt>[^\]]*)\]\((?<address>[^)\s]+)\)"
        + @"|\[(?<text>(?:[^\[\]`]|`[^`]*`)+)\]\((?<address>[^)\s]+)\)"
        + @"|<(?<bare>https?://[^>\s]+)>"
        + @"|\*\*(?<bold>\S(?:.*?\S)?)\*\*"
        + @"|\*(?<slanted>[^\s*](?:[^*]*[^\s*])?)\*"
        + @"|(?<![\p{L}\p{N}_])_(?<underscored>[^\s_](?:[^_]*[^\s_])?)_(?![\p{L}\p{N}_])",
        RegexOptions.Singleline)]
    private static partial Regex Marks();

    [GeneratedRegex(@"<math.*?<annotation[^>]*>(?<tex>.*?)</annotation></semantics></math>", RegexOptions.Singleline)]
    private static partial Regex Formula();

    [GeneratedRegex(@"<[^>]*>")]
    private static partial Regex Tags();
}
