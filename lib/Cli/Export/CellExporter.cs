using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Documents;
using Notebooks.Running.Directives;

namespace Cli.Export;

/// <summary>Reads the cells of a notebook that start with <c>//| export File.cs</c> or <c>//| export Errata/File.cs</c>.</summary>
internal static partial class CellExporter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.Parse, SourceCodeKind.Script);

    /// <summary>The exported cells, in order.</summary>
    /// <param name="document">The notebook.</param>
    /// <param name="shown">The notebook's name in messages and in the files' headers.</param>
    /// <exception cref="CourseException">A cell has no valid file name, does not parse, or holds more than public types.</exception>
    public static IEnumerable<ExportedCell> Read(NotebookDocument document, string shown)
    {
        var shared = document.CodeCells.FirstOrDefault() is { } first ? Parse(first.Source).Usings : [];
        foreach (var cell in document.CodeCells)
        {
            if (CellDirective.Read(document, cell) is { Kind: DirectiveKind.Export } directive)
            {
                yield return Read(cell, directive.Argument, shared, shown);
            }
        }
    }

    private static ExportedCell Read(NotebookCell cell, string file, IReadOnlyList<UsingDirectiveSyntax> shared, string shown)
    {
        var where = $"{shown}, cell [{cell.Number}]";
        var name = ExportFolders.Split(file, out var folder);
        if (!FileName().IsMatch(name) || !ExportFolders.All.Contains(folder))
        {
            throw new CourseException(
                $"{where}: '{file}' is no file name; expected letters and digits and .cs, for example Block.cs or Errata/Block.cs.");
        }

        var root = Parse(cell.Source);
        if (root.GetDiagnostics().FirstOrDefault(d => d.Severity == DiagnosticSeverity.Error) is { } error)
        {
            var line = error.Location.GetLineSpan().StartLinePosition.Line + 1;
            throw new CourseException($"{where}, line {line}: {error.GetMessage()} ({error.Id}).");
        }

        foreach (var member in root.Members)
        {
            CheckExportable(member, where);
        }

        if (root.Members.Count == 0)
        {
            throw new CourseException($"{where} exports {file}, but defines no type.");
        }

        return new ExportedCell(name, folder, shown, [.. shared, .. root.Usings], Body(cell.Source, root.Usings));
    }

    private static void CheckExportable(MemberDeclarationSyntax member, string where)
    {
        if (member is not (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax))
        {
            var line = member.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
            throw new CourseException(
                $"{where}, line {line}: only types can be exported; move this to another cell: {member.ToString().Split('\n')[0].Trim()}");
        }

        if (!member.Modifiers.Any(SyntaxKind.PublicKeyword))
        {
            var name = (member as BaseTypeDeclarationSyntax)?.Identifier.Text ?? ((DelegateDeclarationSyntax)member).Identifier.Text;
            throw new CourseException($"{where}: the exported type {name} must be public, so that later chapters can use it.");
        }
    }

    // Reference directives and magics belong to the notebook. Blank lines in their place keep line numbers.
    private static CompilationUnitSyntax Parse(string source) =>
        CSharpSyntaxTree.ParseText(NotebookLine().Replace(source, ""), Script).GetCompilationUnitRoot();

    private static string Body(string source, SyntaxList<UsingDirectiveSyntax> usings)
    {
        var dropped = usings.SelectMany(directive =>
        {
            var span = directive.GetLocation().GetLineSpan();
            return Enumerable.Range(span.StartLinePosition.Line, span.EndLinePosition.Line - span.StartLinePosition.Line + 1);
        }).ToHashSet();
        // The first line is the export directive itself.
        dropped.Add(0);
        var lines = source.Split('\n').Where((line, i) => !dropped.Contains(i) && !NotebookLine().IsMatch(line));
        return string.Join('\n', lines.Select(line => line.TrimEnd())).Trim('\n');
    }

    [GeneratedRegex(@"^[A-Za-z][A-Za-z0-9_]*\.cs$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^\s*#(r\b|i\b|!).*$", RegexOptions.Multiline)]
    private static partial Regex NotebookLine();
}
