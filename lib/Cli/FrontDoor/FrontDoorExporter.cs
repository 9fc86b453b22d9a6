using System.Text;
using Cli.Repository;
using Notebooks.Documents;
using Site;

namespace Cli.FrontDoor;

/// <summary>
/// Keeps the course's front door true: the tables of README.md and notebooks/README.md, and a picture of each chapter, come from the
/// notebooks as they are stored and from the models.
/// </summary>
internal sealed class FrontDoorExporter(CourseRepository repository)
{
    private const string CourseReadme = "README.md";
    private const string NotebooksReadme = "notebooks/README.md";
    private const string Pictures = "notebooks/pictures";

    /// <summary>The files that differ from what they should be; none where there is no front door.</summary>
    /// <exception cref="CourseException">A README lacks its comments, or a chapter its picture.</exception>
    public IReadOnlyList<FrontDoorFile> Stale() =>
        File.Exists(PathOf(NotebooksReadme)) ? [.. Wanted().Where(file => !IsCurrent(file))] : [];

    /// <summary>Pictures of chapters that are gone or show another kind of picture now.</summary>
    public IReadOnlyList<string> Orphans()
    {
        if (!Directory.Exists(PathOf(Pictures)))
        {
            return [];
        }

        var wanted = Wanted().Select(file => file.Path).ToHashSet();
        var present = Directory.GetFiles(PathOf(Pictures)).Select(path => $"{Pictures}/{Path.GetFileName(path)}");
        return [.. present.Where(path => !wanted.Contains(path))];
    }

    /// <summary>Brings the front door up to date.</summary>
    public void Apply(IReadOnlyList<FrontDoorFile> stale, IReadOnlyList<string> orphans)
    {
        foreach (var file in stale)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file.Path))!);
            AtomicFile.Write(PathOf(file.Path), file.Content);
        }

        foreach (var path in orphans)
        {
            File.Delete(PathOf(path));
        }
    }

    private List<FrontDoorFile> Wanted()
    {
        try
        {
            var chapters = new ChapterOverview(repository);
            var notebooks = GeneratedPart.Replace(Text(NotebooksReadme), "chapters", chapters.Sections());
            return
            [
                Markdown(CourseReadme, GeneratedPart.Replace(Text(CourseReadme), "chapters", chapters.Table())),
                Markdown(NotebooksReadme, GeneratedPart.Replace(notebooks, "models", ModelTable.Markdown())),
                .. chapters.PictureFiles().Select(picture => new FrontDoorFile($"{Pictures}/{picture.Name}", picture.Content)),
            ];
        }
        catch (SiteException e)
        {
            throw new CourseException(e.Message, e);
        }
    }

    private static FrontDoorFile Markdown(string path, string text) => new(path, Encoding.UTF8.GetBytes(text));

    private bool IsCurrent(FrontDoorFile file) => File.Exists(PathOf(file.Path)) && (file.Path.EndsWith(".png", StringComparison.Ordinal)
        ? File.ReadAllBytes(PathOf(file.Path)).AsSpan().SequenceEqual(file.Content)
        : Text(file.Path) == Encoding.UTF8.GetString(file.Content));

    // Git may have given the file the platform's line endings.
    private string Text(string path) => File.ReadAllText(PathOf(path)).ReplaceLineEndings("\n");

    private string PathOf(string path) => Path.Combine(repository.Root, path);
}
