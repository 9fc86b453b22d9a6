using System.Text;
using Cli.Repository;
using Notebooks.Documents;

namespace Cli.Export;

/// <summary>Compares the exported folders of lib/Course with what the notebooks export, and makes them so.</summary>
internal sealed class ModelExporter(CourseRepository repository)
{
    /// <summary>What differs at this moment.</summary>
    public ExportPlan Plan()
    {
        var files = new ChapterCatalog(repository).Chapters
            .SelectMany(chapter => CellExporter.Read(NotebookDocument.Load(chapter.Path), repository.Display(chapter.Path)))
            .GroupBy(cell => (cell.Folder, cell.File))
            .Select(cells => ModelFileWriter.Write(cells.Key.Folder, cells.Key.File, [.. cells]))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        var present = ExportFolders.All.SelectMany(Present).ToHashSet();
        return new ExportPlan(
            files.Where(file => !present.Contains(file.Name) || Read(file.Name) != file.Content).ToList(),
            present.Except(files.Select(file => file.Name)).Order(StringComparer.Ordinal).ToList(),
            files.Count);
    }

    /// <summary>Writes and removes what the plan says.</summary>
    public void Apply(ExportPlan plan)
    {
        foreach (var file in plan.Stale)
        {
            var path = PathOf(file.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            AtomicFile.Write(path, Encoding.UTF8.GetBytes(file.Content));
        }

        foreach (var name in plan.Orphans)
        {
            File.Delete(PathOf(name));
        }
    }

    private IEnumerable<string> Present(string folder) => Directory.Exists(PathOf(folder))
        ? Directory.GetFiles(PathOf(folder), "*.cs").Select(path => $"{folder}/{Path.GetFileName(path)}")
        : [];

    private string PathOf(string name) => Path.Combine(repository.Library, name);

    // Git may have given the file the platform's line endings.
    private string Read(string name) => File.ReadAllText(PathOf(name)).ReplaceLineEndings("\n");
}
