using System.Text;
using Cli.Repository;
using Notebooks.Documents;

namespace Cli.Export;

/// <summary>Compares lib/Course/Models with what the notebooks export, and makes it so.</summary>
internal sealed class ModelExporter(CourseRepository repository)
{
    /// <summary>What differs at this moment.</summary>
    public ExportPlan Plan()
    {
        var files = new ChapterCatalog(repository).Chapters
            .SelectMany(chapter => CellExporter.Read(NotebookDocument.Load(chapter.Path), repository.Display(chapter.Path)))
            .GroupBy(cell => cell.File)
            .Select(cells => ModelFileWriter.Write(cells.Key, [.. cells]))
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .ToList();
        var present = Directory.Exists(repository.Models)
            ? Directory.GetFiles(repository.Models, "*.cs").Select(path => Path.GetFileName(path)).ToHashSet()
            : [];
        return new ExportPlan(
            files.Where(file => !present.Contains(file.Name) || Read(file.Name) != file.Content).ToList(),
            present.Except(files.Select(file => file.Name)).Order(StringComparer.Ordinal).ToList(),
            files.Count);
    }

    /// <summary>Writes and removes what the plan says.</summary>
    public void Apply(ExportPlan plan)
    {
        Directory.CreateDirectory(repository.Models);
        foreach (var file in plan.Stale)
        {
            AtomicFile.Write(Path.Combine(repository.Models, file.Name), Encoding.UTF8.GetBytes(file.Content));
        }

        foreach (var name in plan.Orphans)
        {
            File.Delete(Path.Combine(repository.Models, name));
        }
    }

    // Git may have given the file the platform's line endings.
    private string Read(string name) => File.ReadAllText(Path.Combine(repository.Models, name)).ReplaceLineEndings("\n");
}
