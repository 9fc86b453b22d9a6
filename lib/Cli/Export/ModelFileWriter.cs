using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cli.Export;

/// <summary>Puts the cells of one file together.</summary>
internal static class ModelFileWriter
{
    private const string LibraryNamespace = "Course";

    // The notebook's own; lib/Course does not know the kernel.
    private const string KernelNamespace = "Microsoft.DotNet.Interactive";

    public static ModelFile Write(string folder, string file, IReadOnlyList<ExportedCell> cells)
    {
        var own = $"{LibraryNamespace}.{folder}";
        var sources = cells.Select(cell => cell.Notebook).Distinct().ToList();
        var usings = string.Concat(Usings(cells, own).Select(line => line + "\n"));
        var content = $"""
            // Source: {string.Join(", ", sources)}. Written by `course export`: do not edit, change the notebook and export again.
            {usings}
            namespace {own};

            {string.Join("\n\n", cells.Select(cell => cell.Body))}

            """;
        return new ModelFile($"{folder}/{file}", content.ReplaceLineEndings("\n"), sources);
    }

    /// <summary>Usings without repetition: namespaces, then static, then aliases; System first, each group by name.</summary>
    private static IEnumerable<string> Usings(IEnumerable<ExportedCell> cells, string own) => cells
        .SelectMany(cell => cell.Usings)
        .Where(directive => !IsOwn(directive, own))
        .Select(directive => (
            Group: directive.Alias is not null ? 2 : directive.StaticKeyword.ValueText.Length > 0 ? 1 : 0,
            Target: directive.NamespaceOrType.ToString(),
            Line: Line(directive)))
        .DistinctBy(line => line.Line)
        .OrderBy(line => line.Group)
        .ThenBy(line => line.Target == "System" || line.Target.StartsWith("System.", StringComparison.Ordinal) ? 0 : 1)
        .ThenBy(line => line.Target, StringComparer.Ordinal)
        .Select(line => line.Line);

    private static string Line(UsingDirectiveSyntax directive)
    {
        var kind = directive.StaticKeyword.ValueText.Length > 0 ? "static " : "";
        var alias = directive.Alias is null ? "" : $"{directive.Alias.Name} = ";
        return $"using {kind}{alias}{directive.NamespaceOrType};";
    }

    private static bool IsOwn(UsingDirectiveSyntax directive, string own)
    {
        var target = directive.NamespaceOrType.ToString();
        return (target == own && directive.Alias is null)
            || target == KernelNamespace || target.StartsWith(KernelNamespace + ".", StringComparison.Ordinal);
    }
}
