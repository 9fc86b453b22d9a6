using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Notebooks.Compilation;

/// <summary>An assembly file and the assemblies it needs that lie beside it, directly or through one another.</summary>
internal static class ReferenceClosure
{
    /// <exception cref="BadImageFormatException">A file is no .NET assembly.</exception>
    internal static IReadOnlyList<string> Of(string path)
    {
        string folder = Path.GetDirectoryName(path)!;
        var found = new List<string> { path };
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Path.GetFileNameWithoutExtension(path) };
        for (int next = 0; next < found.Count; next++)
        {
            foreach (string name in ReferencedNames(found[next]))
            {
                string beside = Path.Combine(folder, name + ".dll");
                if (seen.Add(name) && !FrameworkReferences.IsShared(name) && File.Exists(beside))
                {
                    found.Add(beside);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> ReferencedNames(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        if (!file.HasMetadata)
        {
            throw new BadImageFormatException($"{path} is not a .NET assembly.");
        }

        var metadata = file.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
