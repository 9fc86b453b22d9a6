using System.Net;
using Cli.Repository;
using Notebooks.Documents;
using Site.Chapters;

namespace Cli.FrontDoor;

/// <summary>The chapters as the READMEs show them.</summary>
internal sealed class ChapterOverview
{
    private const string Pictures = "pictures";
    private const int ThumbnailWidth = 220;
    private const int WidthOfBlank = 5;
    private const int MostExports = 6;
    private const int PictureWidth = 480;

    private readonly IReadOnlyList<string> _dataSets;
    private readonly ChapterNotes _notes;
    private readonly List<ChapterFacts> _facts = [];
    private readonly Dictionary<string, StoredPicture> _pictures = [];

    /// <summary>Reads every chapter and its notes.</summary>
    /// <exception cref="CourseException">A chapter's picture is not among its outputs.</exception>
    public ChapterOverview(CourseRepository repository)
    {
        _dataSets = repository.DataSetNames;
        _notes = ChapterNotes.Load(repository.Notebooks);
        foreach (var chapter in new ChapterCatalog(repository).Chapters)
        {
            var document = NotebookDocument.Load(chapter.Path);
            _facts.Add(new ChapterFacts(document));
            var number = _notes[chapter.Name]?.Picture ?? 1;
            var pictures = StoredPicture.In(document).ToList();
            if (pictures.ElementAtOrDefault(number - 1) is { } picture)
            {
                _pictures[chapter.Name] = picture;
            }
            else if (pictures.Count > 0)
            {
                throw new CourseException($"notebooks/chapters.json wants picture {number} of {chapter.Name}, which has stored fewer.");
            }
        }
    }

    /// <summary>The pictures, by file name.</summary>
    public IEnumerable<(string Name, byte[] Content)> PictureFiles() =>
        _pictures.Select(picture => (FileOf(picture.Key), picture.Value.Content));

    /// <summary>A table with a row for each chapter, for the course's README.</summary>
    public string Table()
    {
        var rows = _facts.Select(facts => $"| {Image(facts, "notebooks/" + Pictures, ThumbnailWidth)} "
            + $"| **[{facts.Title}](notebooks/{facts.Name}.ipynb)** <br>{Builds(facts)} | {_notes[facts.Name]?.Shows} |");

        // Blanks that do not break keep the column as wide as its pictures.
        var blanks = string.Concat(Enumerable.Repeat("&nbsp;", ThumbnailWidth / WidthOfBlank));
        return $"| {blanks} | what you build | what you see |\n|---|---|---|\n{string.Join('\n', rows)}";
    }

    /// <summary>A section for each chapter, for the README of the notebooks.</summary>
    public string Sections() => string.Join("\n\n", _facts.Select(Section));

    private string Section(ChapterFacts facts, int index)
    {
        var needs = _facts.Take(index).Where(facts.Uses).Select(need => $"[{need.Title}](#{Anchor(need.Title)})").ToList();
        var data = _dataSets.Where(facts.UsesData).Select(name => $"[{name}](../datasets/{name}/README.md)").ToList();
        var exports = facts.Exports.Select(name => $"`{name}`").ToList();
        return $"""
            ### {facts.Title}

            {Image(facts, Pictures, PictureWidth)}

            You build {Builds(facts)}.{(_notes[facts.Name]?.Shows is { } shows ? $" You see {shows}." : "")}

            | | |
            |---|---|
            | notebook | [`{facts.Name}.ipynb`]({facts.Name}.ipynb) |
            | time to work through | about {ChapterTime.Of(facts.Minutes)} |
            | builds on | {Listed(needs)} |
            | data | {Listed(data)} |
            | exercises | {Listed([.. facts.Exercises.Select(name => $"`{name}`")])} |
            | writes to the library | {Listed(exports)} |
            """.ReplaceLineEndings("\n");
    }

    private string Image(ChapterFacts facts, string folder, int width) => _pictures.TryGetValue(facts.Name, out var picture)
        ? $"<img src=\"{folder}/{FileOf(facts.Name)}\" width=\"{Math.Min(width, picture.Size.Width)}\" alt=\"{Words(facts, picture)}\">"
        : "";

    private string Builds(ChapterFacts facts)
    {
        if (_notes[facts.Name] is { } note)
        {
            return note.Builds;
        }

        var some = string.Join(", ", facts.Exports.Take(MostExports).Select(name => $"`{name}`"));
        return facts.Exports.Count > MostExports ? $"{some} and {facts.Exports.Count - MostExports} more types" : some;
    }

    private string FileOf(string chapter) => $"{chapter}.{_pictures[chapter].Extension}";

    private string Words(ChapterFacts facts, StoredPicture picture) =>
        WebUtility.HtmlEncode(_notes[facts.Name]?.Alt ?? picture.Words).Replace("|", "&#124;", StringComparison.Ordinal);

    private static string Listed(IReadOnlyList<string> items) => items.Count == 0 ? "none" : string.Join(", ", items);

    /// <summary>The anchor that GitHub gives a heading: small letters, blanks as dashes, no signs.</summary>
    private static string Anchor(string heading) => string.Concat(heading.ToLowerInvariant().Replace(' ', '-')
        .Where(letter => char.IsLetterOrDigit(letter) || letter is '-' or '_'));
}
