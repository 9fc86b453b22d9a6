using Notebooks.Documents;
using Site.Chapters;
using Site.Markdown;
using Site.Outputs;
using Site.Pages;

namespace Site;

/// <summary>The course as a small static site: a page for each notebook, a front door, one style sheet and one optional script.</summary>
public static class CourseSite
{
    private static readonly string[] Assets = ["site.css", "site.js"];

    /// <summary>Builds every file of the site from notebooks with their outputs.</summary>
    /// <param name="chapters">The notebooks, in order; names must differ.</param>
    /// <param name="notes">What the front door says about them.</param>
    /// <param name="dataSets">Names of the course's data sets.</param>
    /// <exception cref="SiteException">A cell cannot be shown; the message names it.</exception>
    public static SiteFiles Build(IReadOnlyList<NotebookDocument> chapters, ChapterNotes notes, IReadOnlyList<string> dataSets)
    {
        var files = new SiteFiles();
        var facts = chapters.Select(chapter => new ChapterFacts(chapter)).ToList();
        var names = facts.Select(fact => fact.Name).ToHashSet();
        for (var i = 0; i < chapters.Count; i++)
        {
            var page = new ChapterPage(chapters[i], names, files);
            files.Add($"{facts[i].Name}.html", page.Html(facts[i], facts.ElementAtOrDefault(i - 1), facts.ElementAtOrDefault(i + 1)));
        }

        files.Add("index.html", IndexPage.Html([.. chapters.Select((chapter, i) => Card(chapter, i, facts, notes, dataSets, files))]));
        foreach (var asset in Assets)
        {
            files.Add(asset, Read(asset));
        }

        return files;
    }

    private static ChapterCard Card(
        NotebookDocument chapter, int index, List<ChapterFacts> facts, ChapterNotes notes, IReadOnlyList<string> dataSets, SiteFiles files)
    {
        var note = notes[chapter.Name];
        var markdown = new MarkdownPage(new PageLinks("", [], new ChapterMedia(files, chapter.Name)));
        return new ChapterCard(
            facts[index],
            markdown.LineHtml(note is null ? string.Join(", ", facts[index].Exports) : $"You build {note.Builds}."),
            markdown.LineHtml(note is null ? "" : $"You see {note.Shows}."),
            [.. facts.Take(index).Where(facts[index].Uses)],
            [.. dataSets.Where(facts[index].UsesData)],
            Picture(chapter, note, files));
    }

    private static CardPicture? Picture(NotebookDocument chapter, ChapterNote? note, SiteFiles files)
    {
        if (StoredPicture.In(chapter).ElementAtOrDefault((note?.Picture ?? 1) - 1) is not { } picture)
        {
            return null;
        }

        var (width, height) = picture.Size;
        var address = $"{chapter.Name}/card.{picture.Extension}";
        files.Add(address, picture.Content);
        return new CardPicture(address, width, height, note?.Alt ?? picture.Words);
    }

    private static byte[] Read(string asset)
    {
        using var stream = typeof(CourseSite).Assembly.GetManifestResourceStream($"Site.Assets.{asset}")!;
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
