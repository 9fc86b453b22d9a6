using System.Reflection;

namespace Course.Checks;

/// <summary>All errata of the course, found by their attribute.</summary>
public static class ErrataCatalog
{
    /// <summary>The errata of lib/Course/Errata, by kind and then by title.</summary>
    public static IReadOnlyList<ErratumEntry> All { get; } = Of(typeof(ErrataCatalog).Assembly);

    /// <summary>The errata of an assembly, by kind and then by title.</summary>
    /// <exception cref="InvalidOperationException">An erratum has no fix, or more than one.</exception>
    public static IReadOnlyList<ErratumEntry> Of(Assembly assembly)
    {
        Type[] errata = [.. assembly.GetExportedTypes().Where(type => type.IsSubclassOf(typeof(Erratum)))];
        return
        [
            .. from flawed in errata
               let description = flawed.GetCustomAttribute<ErratumAttribute>()
               where description is not null
               orderby description.Kind, description.Title
               select new ErratumEntry(description, flawed, FixOf(flawed, errata)),
        ];
    }

    private static Type FixOf(Type flawed, Type[] errata)
    {
        Type[] fixes = [.. errata.Where(type => type.BaseType == flawed)];
        return fixes.Length == 1
            ? fixes[0]
            : throw new InvalidOperationException($"{flawed.Name} must have one fix that derives from it, not {fixes.Length}");
    }
}
