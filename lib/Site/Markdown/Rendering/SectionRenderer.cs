using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Site.Markdown.Rendering;

/// <summary>A heading with a name for links to it.</summary>
/// <param name="add">Notes the heading and its HTML, and gives its name.</param>
internal sealed class SectionRenderer(Func<HeadingBlock, string, string> add) : HtmlObjectRenderer<HeadingBlock>
{
    protected override void Write(HtmlRenderer renderer, HeadingBlock heading)
    {
        var page = renderer.Writer;
        using var text = new StringWriter();
        renderer.Writer = text;
        renderer.WriteLeafInline(heading);
        renderer.Writer = page;
        var id = add(heading, text.ToString());
        renderer.EnsureLine();
        renderer.WriteLine($"<h{heading.Level} id=\"{id}\">{text}</h{heading.Level}>");
    }
}
