namespace Cli.Kernels;

/// <summary>The files below a folder.</summary>
internal static class FolderFiles
{
    /// <summary>Paths relative to the folder, with forward slashes, in a fixed order.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'))
            .Order(StringComparer.Ordinal)];
}
