using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Site.Code;

namespace Site.Markdown.Rendering;

/// <summary>Code between fences, coloured where it is C#.</summary>
internal sealed class ColouredCodeRenderer : HtmlObjectRenderer<CodeBlock>
{
    protected override void Write(HtmlRenderer renderer, CodeBlock block) =>
        renderer.Write(CodeHtml.Of(block.Lines.ToString(), (block as FencedCodeBlock)?.Info ?? "")).WriteLine();
}
