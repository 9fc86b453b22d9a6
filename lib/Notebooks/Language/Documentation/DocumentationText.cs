using System.Text;
using System.Xml.Linq;

namespace Notebooks.Language.Documentation;

/// <summary>Renders the text of documentation comments.</summary>
internal static class DocumentationText
{
    /// <summary>An element's text as plain text or as Markdown: blanks collapsed, paragraphs apart.</summary>
    internal static string Render(XElement element, bool markdown)
    {
        var writer = new StringBuilder();
        foreach (var node in element.Nodes())
        {
            Append(writer, node, markdown);
        }

        return writer.ToString().Trim();
    }

    /// <summary>The short name in a documentation id: "M:System.Math.Max(System.Int32,System.Int32)" is "Math.Max".</summary>
    internal static string NameOf(string id)
    {
        bool isMember = id.Length > 1 && id[1] == ':' && id[0] is not ('T' or 'N' or '!');
        string name = id.Length > 1 && id[1] == ':' ? id[2..] : id;
        int open = name.IndexOf('(');
        string[] parts = (open < 0 ? name : name[..open]).Split('.');
        var kept = parts.TakeLast(isMember ? 2 : 1).Select(part => part.Split('`')[0]).Where(part => part.Length > 0 && part != "#ctor");
        return string.Join('.', kept);
    }

    private static void Append(StringBuilder writer, XNode node, bool markdown)
    {
        switch (node)
        {
            case XText text:
                AppendWords(writer, text.Value);
                break;
            case XElement element:
                Append(writer, element, markdown);
                break;
        }
    }

    private static void Append(StringBuilder writer, XElement element, bool markdown)
    {
        switch (element.Name.LocalName)
        {
            case "see" or "seealso" or "paramref" or "typeparamref" or "c":
                AppendCode(writer, Reference(element), markdown && element.Attribute("href") is null);
                break;
            case "code":
                StartParagraph(writer);
                string code = Unindented(element.Value);
                writer.Append(markdown ? $"```csharp\n{code}\n```" : code);
                StartParagraph(writer);
                break;
            case "para":
                StartParagraph(writer);
                AppendNodes(writer, element, markdown);
                StartParagraph(writer);
                break;
            case "br":
                StartLine(writer);
                break;
            case "item" or "listheader":
                StartLine(writer);
                writer.Append("- ");
                AppendNodes(writer, element, markdown);
                break;
            case "term" when element.Parent?.Element("description") is not null:
                AppendNodes(writer, element, markdown);
                writer.Append(": ");
                break;
            default:
                AppendNodes(writer, element, markdown);
                break;
        }
    }

    private static void AppendNodes(StringBuilder writer, XElement element, bool markdown)
    {
        foreach (var node in element.Nodes())
        {
            Append(writer, node, markdown);
        }
    }

    private static string Reference(XElement element) =>
        element.Value.Trim() is { Length: > 0 } text ? text
        : (string?)element.Attribute("cref") is { } id ? NameOf(id)
        : (string?)element.Attribute("langword") ?? (string?)element.Attribute("name") ?? (string?)element.Attribute("href") ?? "";

    private static void AppendCode(StringBuilder writer, string text, bool markdown) =>
        writer.Append(markdown && text.Length > 0 ? $"`{text}`" : text);

    private static void AppendWords(StringBuilder writer, string text)
    {
        string[] words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        bool startsApart = text.Length > 0 && char.IsWhiteSpace(text[0]);
        if (startsApart && writer.Length > 0 && !char.IsWhiteSpace(writer[^1]))
        {
            writer.Append(' ');
        }

        writer.AppendJoin(' ', words);
        if (words.Length > 0 && char.IsWhiteSpace(text[^1]))
        {
            writer.Append(' ');
        }
    }

    private static void StartLine(StringBuilder writer)
    {
        TrimEnd(writer);
        if (writer.Length > 0)
        {
            writer.Append('\n');
        }
    }

    private static void StartParagraph(StringBuilder writer)
    {
        TrimEnd(writer);
        if (writer.Length > 0)
        {
            writer.Append("\n\n");
        }
    }

    private static void TrimEnd(StringBuilder writer)
    {
        while (writer.Length > 0 && char.IsWhiteSpace(writer[^1]))
        {
            writer.Length--;
        }
    }

    private static string Unindented(string code)
    {
        string[] lines = code.ReplaceLineEndings("\n").Trim('\n').TrimEnd().Split('\n');
        var written = lines.Where(line => line.Trim().Length > 0);
        int indent = written.Select(line => line.Length - line.TrimStart().Length).DefaultIfEmpty().Min();
        return string.Join('\n', lines.Select(line => line.Length >= indent ? line[indent..] : ""));
    }
}
