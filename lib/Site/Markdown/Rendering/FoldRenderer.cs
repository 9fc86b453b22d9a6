using System.Text.RegularExpressions;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Site.Markdown.Rendering;

/// <summary>HTML in the text: solutions fold away, anything else is shown as it is written.</summary>
internal sealed partial class FoldRenderer : HtmlObjectRenderer<HtmlBlock>
{
    protected override void Write(HtmlRenderer renderer, HtmlBlock block)
    {
        var html = block.Lines.ToString().Trim();
        if (Fold().IsMatch(html))
        {
            renderer.Write(html).WriteLine();
        }
        else
        {
            renderer.Write("<p>").WriteEscape(html).WriteLine("</p>");
        }
    }

    [GeneratedRegex(@"^(<details>\s*<summary>[^<>]*</summary>|</details>)$")]
    private static partial Regex Fold();
}
