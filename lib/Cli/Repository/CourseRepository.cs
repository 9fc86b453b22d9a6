namespace Cli.Repository;

/// <summary>Folders of one clone of the course.</summary>
public sealed class CourseRepository
{
    private const string Marker = "Course.sln";

    /// <summary>The clone whose root is the given folder.</summary>
    public CourseRepository(string root) => Root = Path.GetFullPath(root);

    /// <summary>The folder that holds Course.sln.</summary>
    public string Root { get; }

    /// <summary>The chapters.</summary>
    public string Notebooks => Path.Combine(Root, "notebooks");

    /// <summary>The data sets, one folder each.</summary>
    public string DataSets => Path.Combine(Root, "datasets");

    /// <summary>The names of the data sets, in order.</summary>
    public IReadOnlyList<string> DataSetNames => Directory.Exists(DataSets)
        ? [.. Directory.GetDirectories(DataSets).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The library; chapters export types to some of its folders.</summary>
    public string Library => Path.Combine(Root, "lib", "Course");

    /// <summary>Where runs are written by default.</summary>
    public string Output => Path.Combine(Root, "out");

    /// <summary>The clone that a file or folder lies in.</summary>
    /// <exception cref="CourseException">No folder above holds Course.sln.</exception>
    public static CourseRepository Find(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, Marker)))
            {
                return new CourseRepository(folder.FullName);
            }
        }

        throw new CourseException($"no {Marker} in {start} or above it: run the tool from a clone of the course, with ./course.");
    }

    /// <summary>A path as messages show it: relative to the root, with forward slashes, when it lies inside.</summary>
    public string Display(string path)
    {
        var relative = Path.GetRelativePath(Root, path);
        return relative.StartsWith("..", StringComparison.Ordinal) || Path.IsPathRooted(relative) ? path : relative.Replace('\\', '/');
    }
}
