using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Mathematics;
using Markdig.Extensions.Tables;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Renderers.Html.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Site.Markdown.Rendering;

namespace Site.Markdown;

/// <summary>
/// Writes the Markdown of a notebook as HTML: what GitHub and Jupyter show of it, with code coloured, formulas as MathML and links that
/// lead to the site's pages. Headings are numbered by their text for links.
/// </summary>
internal sealed partial class MarkdownPage(IMarkdownLinks links)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UseMathematics().Build();

    private readonly List<Heading> _headings = [];

    /// <summary>The headings so far, in order.</summary>
    public IReadOnlyList<Heading> Headings => _headings;

    /// <summary>One text as HTML.</summary>
    /// <exception cref="Mathematics.MathException">A formula cannot be shown.</exception>
    public string Html(string markdown) => Write(renderer => renderer.Render(Markdig.Markdown.Parse(markdown, Pipeline)));

    /// <summary>A line of text as HTML, without the frame of a paragraph.</summary>
    /// <exception cref="Mathematics.MathException">A formula cannot be shown.</exception>
    public string LineHtml(string markdown) => Write(renderer =>
    {
        foreach (var block in Markdig.Markdown.Parse(markdown, Pipeline).OfType<LeafBlock>())
        {
            renderer.WriteLeafInline(block);
        }
    });

    private string Write(Action<HtmlRenderer> write)
    {
        using var html = new StringWriter { NewLine = "\n" };
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        var renderers = renderer.ObjectRenderers;
        renderers.Replace<HeadingRenderer>(new SectionRenderer(AddHeading));
        renderers.Replace<CodeBlockRenderer>(new ColouredCodeRenderer());
        renderers.Replace<ParagraphRenderer>(new TextRenderer());
        renderers.Replace<HtmlBlockRenderer>(new FoldRenderer());
        renderers.Replace<HtmlInlineRenderer>(new AnchorRenderer());
        renderers.Replace<LinkInlineRenderer>(new SiteLinkRenderer(links));
        renderers.Replace<HtmlTableRenderer>(new WideTableRenderer());
        renderers.Replace<HtmlMathInlineRenderer>(new FormulaRenderer());
        renderers.Replace<HtmlMathBlockRenderer>(new FormulaBlockRenderer());
        write(renderer);
        return html.ToString();
    }

    private string AddHeading(HeadingBlock block, string html)
    {
        var text = string.Concat(block.Inline!.Descendants().Select(TextOf));
        var words = string.Join('-', Word().Matches(text.ToLowerInvariant()).Select(word => word.Value));
        var slug = words.Length > 0 ? words : "section";
        var id = slug;
        for (var n = 2; _headings.Any(heading => heading.Id == id); n++)
        {
            id = $"{slug}-{n}";
        }

        _headings.Add(new Heading(block.Level, html, text, id));
        return id;
    }

    private static string TextOf(MarkdownObject part) => part switch
    {
        LiteralInline literal => literal.Content.ToString(),
        CodeInline code => code.Content,
        MathInline formula => formula.Content.ToString(),
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        _ => "",
    };

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
