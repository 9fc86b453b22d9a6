using System.Reflection;

namespace ManagedTorch.Tests.Surface;

/// <summary>
/// The public and protected members of an assembly, or of a list in the format of tests/fixtures/torchsharp-0.106.0.txt:
/// a line for each type, below it an indented line for each base type and each member.
/// </summary>
internal sealed class ApiSurface
{
    private readonly SortedDictionary<string, SurfaceType> _types = new(StringComparer.Ordinal);

    /// <summary>The types by full name; a generic type's name ends with its number of parameters.</summary>
    public IReadOnlyDictionary<string, SurfaceType> Types => _types;

    /// <summary>Reads the types of one root namespace by reflection.</summary>
    public static ApiSurface Of(Assembly assembly, string rootNamespace)
    {
        ApiSurface surface = new();
        foreach (Type type in assembly.GetTypes().Where(t => SurfaceReader.IsVisible(t) && IsWithin(t.Namespace, rootNamespace)))
        {
            surface.Add(new SurfaceType(SurfaceReader.Header(type), SurfaceReader.Members(type).ToHashSet(StringComparer.Ordinal)));
        }
        return surface;
    }

    /// <summary>Reads the text of a list.</summary>
    public static ApiSurface Parse(IEnumerable<string> lines)
    {
        ApiSurface surface = new();
        HashSet<string>? members = null;
        foreach (string line in lines.Where(l => l.Length > 0 && l[0] != '#'))
        {
            if (line[0] == ' ')
            {
                members!.Add(line.Trim());
                continue;
            }
            SurfaceType type = new(line.TrimEnd(), members = new HashSet<string>(StringComparer.Ordinal));
            surface.Add(type);
        }
        return surface;
    }

    /// <summary>
    /// What is here and not in <paramref name="allowed"/>, in words, one entry a type or member. An override that the other side
    /// leaves to its base class is no violation: it adds no name.
    /// </summary>
    public IEnumerable<string> ViolationsOf(ApiSurface allowed)
    {
        foreach ((string name, SurfaceType type) in _types)
        {
            if (!allowed._types.TryGetValue(name, out SurfaceType? theirs))
            {
                yield return $"type does not exist there: {type.Header}";
                continue;
            }
            if (theirs.Header != type.Header)
            {
                yield return $"type differs: {type.Header}{Environment.NewLine}    there: {theirs.Header}";
            }
            foreach (string member in type.Members.Where(m => !theirs.Members.Contains(m) && !m.Contains("override ")))
            {
                string namesakes = string.Concat(theirs.Members.Where(m => SurfaceType.MemberName(m) == SurfaceType.MemberName(member)).Take(4)
                    .Select(m => $"{Environment.NewLine}    there: {m}"));
                yield return $"{name}: {member}{namesakes}";
            }
        }
    }

    private static bool IsWithin(string? space, string root) =>
        space == root || (space?.StartsWith(root + ".", StringComparison.Ordinal) ?? false);

    private void Add(SurfaceType type) => _types.Add(type.Name, type);
}
