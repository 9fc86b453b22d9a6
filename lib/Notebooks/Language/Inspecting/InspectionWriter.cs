using System.Text;
using System.Xml.Linq;
using Notebooks.Language.Documentation;

namespace Notebooks.Language.Inspecting;

/// <summary>Writes what is known about a name, as plain text and as Markdown at once.</summary>
internal sealed class InspectionWriter
{
    private readonly StringBuilder plain = new();
    private readonly StringBuilder markdown = new();

    internal void Code(string code)
    {
        Break();
        plain.Append(code);
        markdown.Append($"```csharp\n{code}\n```");
    }

    internal void Words(string words)
    {
        Break();
        plain.Append(words);
        markdown.Append(words);
    }

    internal void Text(XElement? element)
    {
        if (element is not null && DocumentationText.Render(element, markdown: false) is { Length: > 0 } text)
        {
            Break();
            plain.Append(text);
            markdown.Append(DocumentationText.Render(element, markdown: true));
        }
    }

    internal void Section(string title, XElement? element)
    {
        if (element is not null && DocumentationText.Render(element, markdown: false) is { Length: > 0 } text)
        {
            Break();
            plain.Append($"{title}\n  {Indented(text)}");
            markdown.Append($"**{title}**\n\n{DocumentationText.Render(element, markdown: true)}");
        }
    }

    internal void Section(string title, IEnumerable<(string Name, XElement Text)> entries)
    {
        var known = entries.Where(entry => !string.IsNullOrWhiteSpace(entry.Text.Value) || entry.Text.HasElements).ToArray();
        if (known.Length == 0)
        {
            return;
        }

        Break();
        plain.Append(title);
        markdown.Append($"**{title}**\n");
        foreach (var (name, text) in known)
        {
            plain.Append($"\n  {name}: {Indented(DocumentationText.Render(text, markdown: false))}");
            markdown.Append($"\n- `{name}`: {Indented(DocumentationText.Render(text, markdown: true))}");
        }
    }

    internal Inspection ToInspection() => new(plain.ToString(), markdown.ToString());

    private static string Indented(string text) => text.Replace("\n", "\n  ");

    private void Break()
    {
        if (plain.Length > 0)
        {
            plain.Append("\n\n");
            markdown.Append("\n\n");
        }
    }
}
