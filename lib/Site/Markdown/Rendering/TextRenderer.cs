using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Site.Markdown.Rendering;

/// <summary>A paragraph. One that is a display formula and nothing else can be scrolled sideways, where a phone is too narrow for it.</summary>
internal sealed class TextRenderer : HtmlObjectRenderer<ParagraphBlock>
{
    protected override void Write(HtmlRenderer renderer, ParagraphBlock paragraph)
    {
        var isFormula = paragraph.Inline is { FirstChild: MathInline { DelimiterCount: 2, NextSibling: null } };
        if (renderer.ImplicitParagraph && !isFormula)
        {
            renderer.WriteLeafInline(paragraph);
            return;
        }

        renderer.EnsureLine();
        renderer.Write(isFormula ? "<div class=\"formula\">" : "<p>");
        renderer.WriteLeafInline(paragraph);
        renderer.WriteLine(isFormula ? "</div>" : "</p>");
    }
}
