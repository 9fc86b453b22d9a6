namespace Cli.Repository;

/// <summary>The chapters of a clone, and how a user may name them.</summary>
public sealed class ChapterCatalog
{
    private const string Extension = ".ipynb";

    /// <summary>Reads the notebooks folder.</summary>
    public ChapterCatalog(CourseRepository repository) =>
        Chapters = Directory.Exists(repository.Notebooks)
            ? [.. Directory.GetFiles(repository.Notebooks, "*" + Extension).Order(StringComparer.Ordinal).Select(path => new Chapter(path))]
            : [];

    /// <summary>Every chapter, in order.</summary>
    public IReadOnlyList<Chapter> Chapters { get; }

    /// <summary>The chapters that the names stand for, each once; all when there are no names.</summary>
    /// <param name="names">Numbers (2), names (vit, 02-vit) or paths of notebooks.</param>
    /// <exception cref="CourseException">A name stands for nothing.</exception>
    public IReadOnlyList<Chapter> Resolve(IReadOnlyList<string> names)
    {
        if (names.Count == 0)
        {
            return Chapters.Count > 0 ? Chapters : throw new CourseException("there are no notebooks in notebooks/.");
        }

        return [.. names.Select(Resolve).DistinctBy(chapter => chapter.Path)];
    }

    private Chapter Resolve(string name)
    {
        if (Chapters.FirstOrDefault(chapter => Matches(chapter, name)) is { } found)
        {
            return found;
        }

        var path = Path.GetFullPath(name);
        if (name.EndsWith(Extension, StringComparison.OrdinalIgnoreCase) || File.Exists(path))
        {
            return File.Exists(path) ? new Chapter(path) : throw new CourseException($"there is no notebook {name}.{Suggest(name)}");
        }

        throw new CourseException($"there is no chapter '{name}'.{Suggest(name)}");
    }

    private static bool Matches(Chapter chapter, string name) =>
        chapter.Name.Equals(name, StringComparison.OrdinalIgnoreCase)
        || chapter.ShortName.Equals(name, StringComparison.OrdinalIgnoreCase)
        || (int.TryParse(name, out var number) && chapter.Number == number);

    private string Suggest(string name)
    {
        if (Chapters.Count == 0)
        {
            return " There are no chapters in notebooks/.";
        }

        var typed = Path.GetFileNameWithoutExtension(name);
        var near = NearestName.Of(typed, Chapters.SelectMany(chapter => new[] { chapter.ShortName, chapter.Name }));
        var names = string.Join(", ", Chapters.Select(chapter => chapter.Name));
        return $"{(near is null ? "" : $" Did you mean '{near}'?")} Chapters: {names}.";
    }
}
