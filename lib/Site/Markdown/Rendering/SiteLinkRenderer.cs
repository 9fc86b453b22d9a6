using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Site.Markdown.Rendering;

/// <summary>A link to another page of the site or the world outside, or a picture. What is not on the site is text.</summary>
internal sealed class SiteLinkRenderer(IMarkdownLinks links) : HtmlObjectRenderer<LinkInline>
{
    protected override void Write(HtmlRenderer renderer, LinkInline link)
    {
        if (link.IsImage)
        {
            renderer.Write("<img src=\"").WriteEscapeUrl(links.Picture(link.Url!)).Write("\" alt=\"");
            renderer.EnableHtmlForInline = false;
            renderer.WriteChildren(link);
            renderer.EnableHtmlForInline = true;
            renderer.Write("\">");
        }
        else if (links.Link(link.Url!) is { } target)
        {
            renderer.Write("<a href=\"").WriteEscapeUrl(target).Write("\">");
            renderer.WriteChildren(link);
            renderer.Write("</a>");
        }
        else
        {
            renderer.WriteChildren(link);
        }
    }
}
