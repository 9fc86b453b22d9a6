using System.Text;
using System.Text.RegularExpressions;
using Site.Code;

namespace Site.Markdown;

/// <summary>
/// Writes Markdown as HTML: the part of it that the course uses, which is headings, paragraphs, lists, tables, quotations, code
/// between fences, formulas, and solutions folded away with <c>details</c>. Headings are numbered by their text for links.
/// </summary>
internal sealed partial class MarkdownPage(IMarkdownLinks links)
{
    private readonly MarkdownInline _inline = new(links);
    private readonly List<Heading> _headings = [];

    /// <summary>The headings so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>One text as HTML.</summary>
    public string Html(string markdown)
    {
        var html = new StringBuilder();
        Blocks(markdown.ReplaceLineEndings("\n").Split('\n'), html);
        return html.ToString();
    }

    private void Blocks(IReadOnlyList<string> lines, StringBuilder html)
    {
        for (var i = 0; i < lines.Count;)
        {
            var line = lines[i];
            if (line.Trim().Length == 0)
            {
                i++;
            }
            else if (FenceLine().Match(line) is { Success: true } fence)
            {
                i = Fenced(lines, i, fence, html);
            }
            else if (HeadingLine().Match(line) is { Success: true } heading)
            {
                AddHeading(heading.Groups["marks"].Length, heading.Groups["text"].Value, html);
                i++;
            }
            else if (Details().Match(line) is { Success: true } details)
            {
                html.Append($"<details><summary>{_inline.Html(details.Groups["summary"].Value)}</summary>\n");
                i++;
            }
            else if (line.Trim() == "</details>")
            {
                html.Append("</details>\n");
                i++;
            }
            else if (Anchor().IsMatch(line))
            {
                html.Append(line.Trim()).Append('\n');
                i++;
            }
            else if (Rule().IsMatch(line))
            {
                html.Append("<hr>\n");
                i++;
            }
            else if (i + 1 < lines.Count && line.Contains('|') && TableRule().IsMatch(lines[i + 1]))
            {
                i = Table(lines, i, html);
            }
            else if (Item().IsMatch(line))
            {
                i = List(lines, i, html);
            }
            else if (line.StartsWith('>'))
            {
                i = Quotation(lines, i, html);
            }
            else
            {
                i = Paragraph(lines, i, html);
            }
        }
    }

    private static int Fenced(IReadOnlyList<string> lines, int start, Match fence, StringBuilder html)
    {
        var mark = fence.Groups["mark"].Value;
        var indent = fence.Groups["indent"].Length;
        var end = start + 1;
        while (end < lines.Count && !lines[end].Trim().Equals(mark, StringComparison.Ordinal))
        {
            end++;
        }

        var code = string.Join('\n', lines.Skip(start + 1).Take(end - start - 1).Select(line => Unindented(line, indent)));
        html.Append(CodeBlock.Html(code, fence.Groups["language"].Value)).Append('\n');
        return end + 1;
    }

    private void AddHeading(int level, string text, StringBuilder html)
    {
        var inner = _inline.Html(text);
        var plain = MarkdownInline.Plain(inner);
        var slug = NoLetters().Replace(plain.ToLowerInvariant(), "-").Trim('-') is { Length: > 0 } letters ? letters : "section";
        var id = slug;
        for (var n = 2; _headings.Any(heading => heading.Id == id); n++)
        {
            id = $"{slug}-{n}";
        }

        _headings.Add(new Heading(level, inner, plain, id));
        html.Append($"<h{level} id=\"{id}\">{inner}</h{level}>\n");
    }

    private int Table(IReadOnlyList<string> lines, int start, StringBuilder html)
    {
        var right = Cells(lines[start + 1]).Select(rule => rule.EndsWith(':') && !rule.StartsWith(':')).ToList();
        html.Append("<div class=\"wide\"><table>\n<thead>").Append(Row(lines[start], "th")).Append("</thead>\n<tbody>\n");
        var i = start + 2;
        for (; i < lines.Count && lines[i].Contains('|') && lines[i].Trim().Length > 0; i++)
        {
            html.Append(Row(lines[i], "td")).Append('\n');
        }

        html.Append("</tbody></table></div>\n");
        return i;

        string Row(string line, string tag)
        {
            var cells = Cells(line).Select((cell, column) =>
                $"<{tag}{(column < right.Count && right[column] ? " class=\"number\"" : "")}>{_inline.Html(cell)}</{tag}>");
            return $"<tr>{string.Concat(cells)}</tr>";
        }
    }

    private static List<string> Cells(string line)
    {
        var trimmed = line.Trim();
        trimmed = trimmed.StartsWith('|') ? trimmed[1..] : trimmed;
        trimmed = trimmed.EndsWith('|') ? trimmed[..^1] : trimmed;
        return [.. CellBreak().Split(trimmed).Select(cell => cell.Trim())];
    }

    /// <summary>A list and what belongs to its items: lines that are indented further than their mark.</summary>
    private int List(IReadOnlyList<string> lines, int start, StringBuilder html)
    {
        var first = Item().Match(lines[start]);
        var ordered = char.IsAsciiDigit(first.Groups["mark"].Value[0]);
        var indent = first.Groups["indent"].Length;
        var tag = ordered ? "ol" : "ul";
        var from = ordered && first.Groups["mark"].Value is var mark && mark[..^1] != "1" ? $" start=\"{mark[..^1]}\"" : "";
        html.Append($"<{tag}{from}>\n");
        var i = start;
        while (i < lines.Count && Item().Match(lines[i]) is { Success: true } item && item.Groups["indent"].Length == indent
            && char.IsAsciiDigit(item.Groups["mark"].Value[0]) == ordered)
        {
            var depth = item.Length;
            var body = new List<string> { lines[i][depth..] };
            i++;
            while (i < lines.Count && (BelongsTo(lines, i, depth, indent) || IsLazy(lines, i)))
            {
                body.Add(Unindented(lines[i], depth));
                i++;
            }

            html.Append($"<li>{ItemHtml(body)}</li>\n");
            while (i + 1 < lines.Count && lines[i].Trim().Length == 0 && Item().Match(lines[i + 1]) is { Success: true } next
                && next.Groups["indent"].Length == indent)
            {
                i++;
            }
        }

        html.Append($"</{tag}>\n");
        return i;
    }

    private static bool BelongsTo(IReadOnlyList<string> lines, int i, int depth, int indent)
    {
        var line = lines[i].Trim().Length > 0 ? lines[i] : i + 1 < lines.Count ? lines[i + 1] : "";
        var blanks = line.Length - line.TrimStart().Length;
        return line.Trim().Length > 0 && blanks > indent && (blanks >= depth || lines[i].Trim().Length > 0);
    }

    /// <summary>A line that goes on with the item's text although it is not indented.</summary>
    private static bool IsLazy(IReadOnlyList<string> lines, int i) =>
        lines[i].Trim().Length > 0 && lines[i - 1].Trim().Length > 0 && !StartsBlock(lines[i]);

    private string ItemHtml(List<string> body)
    {
        var html = new StringBuilder();
        Blocks(body, html);
        var text = html.ToString().TrimEnd();

        // A single paragraph needs no frame of its own.
        return text.StartsWith("<p>", StringComparison.Ordinal) && text.IndexOf("</p>", StringComparison.Ordinal) is var end
            && !text[(end + 4)..].Contains("<p>", StringComparison.Ordinal)
                ? string.Concat(text.AsSpan(3, end - 3), text.AsSpan(end + 4))
                : text;
    }

    private int Quotation(IReadOnlyList<string> lines, int start, StringBuilder html)
    {
        var quoted = lines.Skip(start).TakeWhile(line => line.StartsWith('>')).Select(line => line[1..].TrimStart(' ')).ToList();
        html.Append("<blockquote>\n");
        Blocks(quoted, html);
        html.Append("</blockquote>\n");
        return start + quoted.Count;
    }

    private int Paragraph(IReadOnlyList<string> lines, int start, StringBuilder html)
    {
        var i = start + 1;
        var open = IsFormulaOpen(lines[start]);
        while (i < lines.Count && lines[i].Trim().Length > 0 && (open || !StartsBlock(lines[i])))
        {
            open ^= IsFormulaOpen(lines[i]);
            i++;
        }

        var text = string.Join('\n', lines.Skip(start).Take(i - start).Select(line => line.Trim()));
        var inner = _inline.Html(text);
        var alone = text.StartsWith("$$", StringComparison.Ordinal) && text.EndsWith("$$", StringComparison.Ordinal);
        html.Append(alone ? $"<div class=\"formula\">{inner}</div>\n" : $"<p>{inner}</p>\n");
        return i;
    }

    /// <summary>True when a display formula begins in the line and does not end there.</summary>
    private static bool IsFormulaOpen(string line) => (line.Split("$$").Length - 1) % 2 == 1;

    private static bool StartsBlock(string line) =>
        FenceLine().IsMatch(line) || HeadingLine().IsMatch(line) || Item().IsMatch(line) || line.StartsWith('>')
        || Details().IsMatch(line) || line.Trim() == "</details>" || Rule().IsMatch(line);

    private static string Unindented(string line, int depth)
    {
        var blanks = line.Length - line.TrimStart(' ').Length;
        return line[Math.Min(depth, blanks)..];
    }

    [GeneratedRegex(@"^(?<indent> *)(?<mark>```+|~~~+)(?<language>[^`\s]*)\s*$")]
    private static partial Regex FenceLine();

    [GeneratedRegex(@"^(?<marks>#{1,6}) +(?<text>.+?) *#*$")]
    private static partial Regex HeadingLine();

    [GeneratedRegex(@"^<details>\s*<summary>(?<summary>.*?)</summary>\s*$")]
    private static partial Regex Details();

    // What a table of contents links to: front ends name headings in different ways.
    [GeneratedRegex(@"^<a id=""[a-z0-9-]+""></a>\s*$")]
    private static partial Regex Anchor();

    [GeneratedRegex(@"^ {0,3}([-*_])( *\1){2,} *$")]
    private static partial Regex Rule();

    [GeneratedRegex(@"^ *\|?( *:?-+:? *\|)+( *:?-+:? *)?$")]
    private static partial Regex TableRule();

    [GeneratedRegex(@"^(?<indent> *)(?<mark>[-*+]|\d{1,9}[.)]) +(?=\S)")]
    private static partial Regex Item();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex CellBreak();

    [GeneratedRegex(@"[^\p{L}\p{N}]+")]
    private static partial Regex NoLetters();
}
