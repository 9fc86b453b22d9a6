using Cli.Repository;
using Notebooks.Documents;
using Site;
using Site.Chapters;

namespace Cli.Running;

/// <summary>Writes the course as a static site.</summary>
internal sealed class SiteExport
{
    private readonly CourseContext _context;
    private readonly string _folder;

    /// <summary>A site in the given folder, which is made when it is missing.</summary>
    /// <exception cref="CourseException">The folder holds something that is no site of the course.</exception>
    public SiteExport(CourseContext context, string folder)
    {
        _context = context;
        _folder = Path.GetFullPath(folder);
        var isFree = !Directory.Exists(_folder) || !Directory.EnumerateFileSystemEntries(_folder).Any();
        if (File.Exists(_folder) || !(isFree || File.Exists(Path.Combine(_folder, "site.css"))))
        {
            throw new CourseException($"--html {folder} is neither an empty folder nor an earlier site: name another folder.");
        }
    }

    /// <summary>Writes the site: the notebooks that were run as they ran, every other chapter as it is stored.</summary>
    /// <exception cref="CourseException">A notebook cannot be shown, or the folder cannot be written to.</exception>
    public void Write(IReadOnlyList<NotebookDocument> executed)
    {
        var byPath = executed.ToDictionary(document => document.Path);
        var chapters = new ChapterCatalog(_context.Repository).Chapters
            .Select(chapter => byPath.Remove(chapter.Path, out var ran) ? ran : NotebookDocument.Load(chapter.Path))
            .Concat(executed.Where(document => byPath.ContainsKey(document.Path)))
            .ToList();
        try
        {
            var site = CourseSite.Build(chapters, ChapterNotes.Load(_context.Repository.Notebooks), _context.Repository.DataSetNames);
            site.WriteTo(_folder);
            var shown = Path.Combine(_context.Repository.Display(_folder), "index.html");
            _context.Output.WriteLine($"Site of {chapters.Count} chapters: {shown}");
        }
        catch (SiteException e)
        {
            throw new CourseException(e.Message, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CourseException($"the site cannot be written to {_folder}: {e.Message}", e);
        }
    }
}
