using Microsoft.AspNetCore.Html;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace Notebooks.Compilation;

/// <summary>What every cell may use without a reference: the .NET base library, the formatter, and the display functions.</summary>
internal static class FrameworkReferences
{
    private static readonly string RuntimeFolder = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    // Read once: metadata is shared by all sessions and all cells.
    private static readonly Lazy<MetadataReference[]> References = new(Load);

    internal static IReadOnlyList<MetadataReference> All => References.Value;

    /// <summary>True for an assembly that must come from the host, so that both sides mean the same types.</summary>
    internal static bool IsShared(string simpleName) =>
        SharedWithHost.Contains(simpleName) || File.Exists(Path.Combine(RuntimeFolder, simpleName + ".dll"));

    private static HashSet<string> SharedWithHost { get; } = new(
        HostAssemblies.Select(Path.GetFileNameWithoutExtension)!,
        StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> HostAssemblies =>
    [
        typeof(Formatter).Assembly.Location,
        typeof(IHtmlContent).Assembly.Location,
        typeof(FrameworkReferences).Assembly.Location,
    ];

    private static MetadataReference[] Load()
    {
        string trusted = (string?)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES") ?? "";
        var framework = trusted.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(path => Path.GetDirectoryName(path) == RuntimeFolder);
        return [.. framework.Concat(HostAssemblies).Select(path => MetadataReference.CreateFromFile(path))];
    }
}
