using Cli.Repository;
using Cli.Running.Reports;
using Notebooks.Documents;

namespace Cli.Running;

/// <summary>The folder that a run writes to.</summary>
internal sealed class OutputFolder
{
    private readonly string _folder;
    private readonly Dictionary<string, string> _files = [];

    /// <summary>Prepares the folder and gives every chapter a file of its own in it.</summary>
    /// <exception cref="CourseException">The folder holds one of the notebooks, or cannot be written to.</exception>
    public OutputFolder(string folder, IReadOnlyList<Chapter> chapters)
    {
        _folder = Path.GetFullPath(folder);
        foreach (var chapter in chapters)
        {
            if (string.Equals(Path.GetDirectoryName(chapter.Path), _folder, StringComparison.Ordinal))
            {
                throw new CourseException(
                    $"--out {folder} is the folder of {chapter.Name} itself: name another folder, or use --save to store outputs there.");
            }

            var name = chapter.Name;
            for (var i = 2; _files.ContainsValue(name); i++)
            {
                name = $"{chapter.Name}-{i}";
            }

            _files[chapter.Path] = name;
        }

        try
        {
            Directory.CreateDirectory(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CourseException($"--out {folder} cannot be made: {e.Message}", e);
        }

        // Better now than after minutes of training.
        var probe = $".write-test.{Environment.ProcessId}";
        Write(probe, []);
        File.Delete(Path.Combine(_folder, probe));
    }

    public void Write(Chapter chapter, byte[] notebook) => Write(_files[chapter.Path] + ".ipynb", notebook);

    public void Write(RunReport report) => Write("report.json", report.ToJson());

    private void Write(string name, byte[] content)
    {
        try
        {
            AtomicFile.Write(Path.Combine(_folder, name), content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new CourseException($"cannot write to {_folder}: {e.Message} Choose another folder with --out.", e);
        }
    }
}
