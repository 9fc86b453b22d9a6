using Markdig.Extensions.Mathematics;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Site.Mathematics;

namespace Site.Markdown.Rendering;

/// <summary>A formula between lines of $$.</summary>
internal sealed class FormulaBlockRenderer : HtmlObjectRenderer<MathBlock>
{
    protected override void Write(HtmlRenderer renderer, MathBlock formula) =>
        renderer.Write("<div class=\"formula\">").Write(MathMl.From(formula.Lines.ToString(), display: true)).WriteLine("</div>");
}
