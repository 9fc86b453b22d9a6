namespace Cli.Kernels;

/// <summary>Finds the kernels in Jupyter's folders.</summary>
internal static class KernelCatalog
{
    /// <summary>Every kernel, the folders in their order.</summary>
    public static IReadOnlyList<KernelSpec> In(IEnumerable<string> folders) =>
        [.. folders.Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal))
            .Select(KernelSpec.Read)
            .OfType<KernelSpec>()];

    /// <summary>The kernel that Jupyter takes for a name: the first; null when there is none.</summary>
    public static KernelSpec? Find(IEnumerable<string> folders, string name) =>
        In(folders).FirstOrDefault(kernel => kernel.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
