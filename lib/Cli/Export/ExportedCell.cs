using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Cli.Export;

/// <summary>The part of a file that one notebook cell gives.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Folder">The folder of lib/Course that it goes to.</param>
/// <param name="Notebook">The notebook, as messages show it.</param>
/// <param name="Usings">Using directives of the notebook's first code cell and of the cell itself.</param>
/// <param name="Body">The cell's types.</param>
internal sealed record ExportedCell(
    string File, string Folder, string Notebook, IReadOnlyList<UsingDirectiveSyntax> Usings, string Body);
