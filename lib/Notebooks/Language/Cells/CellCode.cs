using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Language.Cells;

/// <summary>A cell's C# around the cursor with what the compiler knows of it.</summary>
/// <param name="Root">Its syntax; offsets are the cell's.</param>
/// <param name="Model">Its meaning, in the scope of all cells run so far.</param>
/// <param name="Cursor">The cursor's offset.</param>
internal sealed record CellCode(SyntaxNode Root, SemanticModel Model, int Cursor)
{
    internal CSharpCompilation Compilation => (CSharpCompilation)Model.Compilation;
}
