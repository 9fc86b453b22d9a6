namespace Cli.Export;

/// <summary>The folders of lib/Course that hold what notebooks export, and nothing else.</summary>
internal static class ExportFolders
{
    /// <summary>What goes to no other folder.</summary>
    private const string Default = "Models";

    public static IReadOnlyList<string> All { get; } = [Default, "Errata"];

    /// <summary>The file name and the folder of what a cell names: Block.cs, or Errata/Block.cs.</summary>
    public static string Split(string file, out string folder)
    {
        var slash = file.IndexOf('/');
        folder = slash < 0 ? Default : file[..slash];
        return file[(slash + 1)..];
    }
}
