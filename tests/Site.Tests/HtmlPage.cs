using System.Net;
using System.Text.RegularExpressions;

namespace Site.Tests;

/// <summary>Reads a page as strictly as it is written: every element closed in its place, attributes in double quotes.</summary>
internal sealed partial class HtmlPage
{
    private static readonly string[] Void = ["meta", "link", "img", "br", "hr"];

    // An element that may not stand within another one.
    private static readonly (string Inner, string Outer)[] Forbidden =
        [("p", "p"), ("div", "p"), ("pre", "p"), ("ul", "p"), ("ol", "p"), ("table", "p"), ("figure", "p"), ("a", "a"), ("details", "p")];

    public HtmlPage(string html)
    {
        var open = new Stack<string>();
        var problems = new List<string>();
        var elements = new List<Element>();
        foreach (Match tag in Tag().Matches(Scripts().Replace(html, match => match.Groups["tag"].Value + "</script>")))
        {
            var name = tag.Groups["name"].Value;
            if (name.Length == 0)
            {
                continue;
            }

            if (tag.Groups["close"].Length > 0)
            {
                if (open.Count == 0 || open.Pop() is var last && last != name)
                {
                    problems.Add($"</{name}> closes another element");
                }

                continue;
            }

            elements.Add(new Element(name, Attribute().Matches(tag.Groups["attributes"].Value).ToDictionary(
                attribute => attribute.Groups["key"].Value, attribute => WebUtility.HtmlDecode(attribute.Groups["value"].Value))));
            problems.AddRange(Forbidden.Where(pair => pair.Inner == name && open.Contains(pair.Outer))
                .Select(pair => $"<{pair.Inner}> within <{pair.Outer}>"));
            if (!Void.Contains(name) && tag.Groups["empty"].Length == 0)
            {
                open.Push(name);
            }
        }

        problems.AddRange(open.Select(name => $"<{name}> is not closed"));
        problems.AddRange(elements.Where(element => element["id"] is not null).GroupBy(element => element["id"])
            .Where(same => same.Count() > 1).Select(same => $"id {same.Key} twice"));
        if (Tag().Replace(Scripts().Replace(html, ""), "").Contains('<', StringComparison.Ordinal))
        {
            problems.Add("a < that begins no element");
        }

        (Problems, Elements) = (problems, elements);
        Text = WebUtility.HtmlDecode(Tag().Replace(Code().Replace(Scripts().Replace(html, ""), ""), ""));
    }

    public IReadOnlyList<string> Problems { get; }

    public IReadOnlyList<Element> Elements { get; }

    /// <summary>What a reader sees outside code, formulas' sources and console text.</summary>
    public string Text { get; }

    /// <summary>A start tag.</summary>
    internal sealed record Element(string Name, IReadOnlyDictionary<string, string> Attributes)
    {
        public string? this[string attribute] => Attributes.GetValueOrDefault(attribute);
    }

    [GeneratedRegex(@"<(?<close>/?)(?<name>[a-z][a-z0-9]*)(?<attributes>(?: [a-z-]+(?:=""[^""<]*"")?)*)(?<empty>/?)>|<!DOCTYPE html>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"(?<key>[a-z-]+)(?:=""(?<value>[^""]*)"")?")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<tag><script\b[^>]*>).*?</script>", RegexOptions.Singleline)]
    private static partial Regex Scripts();

    [GeneratedRegex(@"<(?<name>pre|code|annotation)\b.*?</\k<name>>", RegexOptions.Singleline)]
    private static partial Regex Code();
}
