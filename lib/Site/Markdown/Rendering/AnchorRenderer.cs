using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax.Inlines;

namespace Site.Markdown.Rendering;

/// <summary>
/// HTML within a line: anchors that a table of contents links to, since front ends name headings in different ways. Anything else is shown
/// as it is written.
/// </summary>
internal sealed partial class AnchorRenderer : HtmlObjectRenderer<HtmlInline>
{
    protected override void Write(HtmlRenderer renderer, HtmlInline html)
    {
        if (Anchor().IsMatch(html.Tag))
        {
            renderer.Write(html.Tag);
        }
        else
        {
            renderer.WriteEscape(html.Tag);
        }
    }

    [GeneratedRegex(@"^(<a id=""[a-z0-9-]+"">|</a>)$")]
    private static partial Regex Anchor();
}
