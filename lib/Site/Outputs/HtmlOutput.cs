using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Site.Outputs;

/// <summary>
/// Takes HTML that a notebook shows into a page: the elements of text, tables, pictures and players, without styles and scripts.
/// Content within addresses (data:) becomes a file.
/// </summary>
internal sealed partial class HtmlOutput(ChapterMedia media)
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "table", "thead", "tbody", "tr", "th", "td", "caption", "p", "br", "figure", "figcaption", "img", "audio", "pre", "code", "span",
        "div", "strong", "b", "em", "i", "sub", "sup", "ul", "ol", "li", "details", "summary", "h3", "h4",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Kept =
        new[] { "alt", "src", "height", "width", "controls", "colspan", "rowspan" }.ToFrozenSet();

    private static readonly FrozenDictionary<string, string> Extensions = new Dictionary<string, string>
    {
        ["image/png"] = "png", ["image/svg+xml"] = "svg", ["audio/wav"] = "wav",
    }.ToFrozenDictionary();

    /// <summary>The page's version of it. Elements that are not known are left out, their text stays.</summary>
    /// <exception cref="SiteException">Content within an address is of an unknown type.</exception>
    public string Html(string html)
    {
        var page = new StringBuilder();
        var position = 0;
        var bare = Unwanted().Replace(html, "");
        foreach (Match tag in Tag().Matches(bare))
        {
            page.Append(bare, position, tag.Index - position);
            position = tag.Index + tag.Length;
            var name = tag.Groups["name"].Value.ToLowerInvariant();
            if (Elements.Contains(name))
            {
                page.Append(tag.Groups["close"].Length > 0 ? $"</{name}>" : $"<{name}{Attributes(name, tag.Groups["attributes"].Value)}>");
            }
        }

        return page.Append(bare.AsSpan(position)).ToString()
            .Replace("<table", "<div class=\"wide\"><table", StringComparison.Ordinal)
            .Replace("</table>", "</table></div>", StringComparison.Ordinal) + "\n";
    }

    private string Attributes(string name, string attributes)
    {
        var text = new StringBuilder();
        foreach (Match attribute in Attribute().Matches(attributes))
        {
            var key = attribute.Groups["key"].Value.ToLowerInvariant();
            var value = attribute.Groups["value"].Value;
            if (key == "style" && value.Contains("text-align: right", StringComparison.Ordinal))
            {
                text.Append(" class=\"number\"");
            }
            else if (Kept.Contains(key))
            {
                text.Append(attribute.Groups["value"].Success ? $" {key}=\"{(key == "src" ? Address(value) : value)}\"" : $" {key}");
            }
        }

        return text.Append(name == "audio" ? " preload=\"metadata\"" : "").ToString();
    }

    private string Address(string value)
    {
        if (Data().Match(WebUtility.HtmlDecode(value)) is not { Success: true } data)
        {
            throw new SiteException($"an output shows {value}; a page holds what it shows, so only data: addresses can be taken.");
        }

        return Extensions.TryGetValue(data.Groups["type"].Value, out var extension)
            ? media.Add(Convert.FromBase64String(data.Groups["content"].Value), extension)
            : throw new SiteException($"an output holds content of type {data.Groups["type"].Value}, which the site does not know.");
    }

    [GeneratedRegex(@"<!--.*?-->|<(?<name>script|style)\b.*?</\k<name>>", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"<(?<close>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?<attributes>(?:\s+[^\s=>/]+(?:\s*=\s*(?:""[^""]*""|'[^']*'))?)*)\s*/?>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<key>[^\s=>/]+)(?:\s*=\s*(?:""(?<value>[^""]*)""|'(?<value>[^']*)'))?")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"^data:(?<type>[a-z]+/[a-z0-9.+-]+);base64,(?<content>[A-Za-z0-9+/=\s]*)$")]
    private static partial Regex Data();
}
