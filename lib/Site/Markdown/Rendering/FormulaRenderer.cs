using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Site.Mathematics;

namespace Site.Markdown.Rendering;

/// <summary>A formula within a paragraph: $...$, or $$...$$ for one on a line of its own.</summary>
internal sealed class FormulaRenderer : HtmlObjectRenderer<MathInline>
{
    protected override void Write(HtmlRenderer renderer, MathInline formula) =>
        renderer.Write(MathMl.From(formula.Content.ToString(), display: formula.DelimiterCount == 2));
}
