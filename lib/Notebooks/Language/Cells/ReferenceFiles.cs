using Microsoft.CodeAnalysis;
using Notebooks.Compilation;

namespace Notebooks.Language.Cells;

/// <summary>
/// The assemblies that <c>#r</c> lines name, read for their declarations only: nothing is loaded, and a line that
/// cannot be followed counts for nothing.
/// </summary>
internal sealed class ReferenceFiles(string workingDirectory)
{
    private readonly Dictionary<string, (DateTime Written, PortableExecutableReference Reference)> read = [];

    internal IReadOnlyList<PortableExecutableReference> Resolve(IEnumerable<string> references)
    {
        lock (read)
        {
            return [.. references.SelectMany(Closure).Distinct().Select(Read)];
        }
    }

    private IReadOnlyList<string> Closure(string reference)
    {
        try
        {
            string path = Path.GetFullPath(Path.Combine(workingDirectory, reference));
            return File.Exists(path) ? ReferenceClosure.Of(path) : [];
        }
        catch (Exception exception)
            when (exception is BadImageFormatException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            return [];
        }
    }

    private PortableExecutableReference Read(string path)
    {
        var written = File.GetLastWriteTimeUtc(path);
        if (!read.TryGetValue(path, out var known) || known.Written != written)
        {
            known = (written, MetadataReference.CreateFromFile(path));
            read[path] = known;
        }

        return known.Reference;
    }
}
