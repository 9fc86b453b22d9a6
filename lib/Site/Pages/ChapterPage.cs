using System.Text;
using Notebooks.Documents;
using Notebooks.Running;
using Site.Chapters;
using Site.Code;
using Site.Markdown;
using Site.Mathematics;
using Site.Outputs;

namespace Site.Pages;

/// <summary>The page of one chapter: its text, code and outputs, with contents beside it and its neighbours above and below.</summary>
internal sealed class ChapterPage
{
    private readonly NotebookDocument _document;
    private readonly MarkdownPage _markdown;
    private readonly CellOutputHtml _outputs;

    public ChapterPage(NotebookDocument document, IReadOnlyCollection<string> chapters, SiteFiles files)
    {
        var media = new ChapterMedia(files, document.Name);
        _document = document;
        _markdown = new MarkdownPage(new PageLinks(Path.GetDirectoryName(document.Path) ?? "", chapters, media));
        _outputs = new CellOutputHtml(media);
    }

    /// <summary>The page.</summary>
    /// <param name="facts">Of this chapter.</param>
    /// <param name="previous">The chapter before; null for the first.</param>
    /// <param name="next">The chapter after; null for the last.</param>
    /// <exception cref="SiteException">A cell cannot be shown; the message names it.</exception>
    public string Html(ChapterFacts facts, ChapterFacts? previous, ChapterFacts? next)
    {
        var text = Cells();
        var sections = _markdown.Headings.Where(heading => heading.Level == 2).ToList();
        var contents = sections.Count == 0 ? "" : $"<ol>\n{string.Join('\n', sections.Select(Entry))}\n</ol>\n";
        var neighbours = Neighbours(previous, next);
        return PageTemplate.Page(facts.Title, "chapter", $"""
            <nav class="contents" aria-label="Sections">
            <p>{Site.Html.Escape(facts.Title)}</p>
            {contents}</nav>
            <main id="content">
            {neighbours}
            <details class="contents"><summary>Sections</summary>
            {contents}</details>
            {text}
            {neighbours}
            </main>
            """);
    }

    private string Cells()
    {
        var html = new StringBuilder();
        foreach (var cell in _document.Cells)
        {
            try
            {
                html.Append(Cell(cell));
            }
            catch (Exception e) when (e is SiteException or MathException)
            {
                throw new SiteException($"{_document.Path}: cell {cell.Index + 1}: {e.Message}");
            }
        }

        return html.ToString();
    }

    private string Cell(NotebookCell cell)
    {
        if (cell.Kind == CellKind.Markdown)
        {
            return _markdown.Html(cell.Source);
        }

        if (cell.Kind == CellKind.Raw || cell.Source.Trim().Length == 0)
        {
            return "";
        }

        var section = _markdown.Headings.LastOrDefault()?.Text ?? "";
        var outputs = _outputs.Html(cell.Outputs, section);
        var meant = cell.Tags.Contains(NotebookRunner.ExpectedFailureTag) && outputs.Length > 0
            ? "<p class=\"meant\">This cell fails on purpose.</p>\n"
            : "";
        return $"<section class=\"cell\">\n{CodeHtml.Of(cell.Source, "csharp")}\n{meant}{outputs}</section>\n";
    }

    private static string Entry(Heading heading) => $"<li><a href=\"#{heading.Id}\">{heading.Html}</a></li>";

    private static string Neighbours(ChapterFacts? previous, ChapterFacts? next)
    {
        var links = new List<string>();
        if (previous is not null)
        {
            links.Add($"<a rel=\"prev\" href=\"{previous.Name}.html\">← {Site.Html.Escape(previous.Title)}</a>");
        }

        links.Add("<a href=\"index.html\">All chapters</a>");
        if (next is not null)
        {
            links.Add($"<a rel=\"next\" href=\"{next.Name}.html\">{Site.Html.Escape(next.Title)} →</a>");
        }

        return $"<nav class=\"neighbours\" aria-label=\"Chapters\">{string.Join(' ', links)}</nav>";
    }
}
