using System.Collections.Concurrent;
using System.Xml.Linq;

namespace Notebooks.Language.Documentation;

/// <summary>
/// Documentation of the .NET base library, from the SDK's reference packs. The assemblies that run carry none, and
/// many of their types belong to another assembly there, so an entry is looked for by its type.
/// </summary>
internal sealed class FrameworkDocumentation
{
    private static readonly string[] Packs = ["Microsoft.NETCore.App.Ref", "Microsoft.AspNetCore.App.Ref"];

    private readonly string[] paths;
    private readonly ConcurrentDictionary<string, DocumentationFile?> files = new();
    private readonly ConcurrentDictionary<string, DocumentationFile?> fileOfType = new();

    internal FrameworkDocumentation()
        : this(Path.GetDirectoryName(typeof(object).Assembly.Location)!)
    {
    }

    /// <param name="runtimeFolder">The folder of the base library: <c>shared/Microsoft.NETCore.App/VERSION</c> of an installation.</param>
    internal FrameworkDocumentation(string runtimeFolder)
    {
        string packs = Path.GetFullPath(Path.Combine(runtimeFolder, "..", "..", "..", "packs"));
        paths = [.. Packs.SelectMany(pack => Newest(Path.Combine(packs, pack)))];
    }

    /// <summary>The entry of an id, or null.</summary>
    /// <param name="id">A documentation id.</param>
    /// <param name="typeId">The id of the type that it is, or is a member of.</param>
    /// <param name="assembly">The name of the assembly that the type is in at run time.</param>
    internal XElement? Find(string id, string typeId, string assembly) =>
        fileOfType.GetOrAdd(typeId, _ => FileOf(typeId, assembly))?.Find(id);

    private static IEnumerable<string> Newest(string pack)
    {
        try
        {
            return new DirectoryInfo(pack).EnumerateDirectories()
                .Where(folder => folder.Name.StartsWith($"{Environment.Version.Major}.", StringComparison.Ordinal))
                .OrderByDescending(folder => Version.TryParse(folder.Name, out var version) ? version : new Version())
                .Take(1)
                .SelectMany(folder => Directory.EnumerateFiles(folder.FullName, "*.xml", SearchOption.AllDirectories))
                .ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Only the runtime is installed.
            return [];
        }
    }

    private DocumentationFile? FileOf(string typeId, string assembly) => paths
        .OrderBy(path => Distance(Path.GetFileNameWithoutExtension(path), typeId, assembly))
        .Select(path => files.GetOrAdd(path, DocumentationFile.Open))
        .FirstOrDefault(file => file?.Has(typeId) == true);

    // The likeliest file first, so that few are read: the assembly's own, one named like the namespace, the core.
    private static int Distance(string file, string typeId, string assembly) =>
        file == assembly ? 0
        : file == "System.Runtime" ? 1
        : typeId.StartsWith($"T:{file}.", StringComparison.Ordinal) ? 2
        : 3;
}
