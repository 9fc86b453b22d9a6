using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>What can be named without a dot: locals, variables of the session, imported members, types, namespaces.</summary>
internal static class ScopeCompletions
{
    internal static void Add(CellCode code, bool typesOnly, Candidates candidates)
    {
        var symbols = typesOnly ? code.Model.LookupNamespacesAndTypes(code.Cursor) : code.Model.LookupSymbols(code.Cursor);
        foreach (var symbol in symbols)
        {
            if (IsInScope(symbol, code))
            {
                candidates.Add(symbol, RankOf(symbol));
            }
        }
    }

    private static bool IsInScope(ISymbol symbol, CellCode code) => symbol switch
    {
        // A local is not there before its declaration; no variable is within it.
        ILocalSymbol { IsForEach: false } local => Declaration(local, code) is not { } span || span.End < code.Cursor,
        IFieldSymbol { ContainingType.IsScriptClass: true } variable => Declaration(variable, code) is not { } span
            || span.End < code.Cursor || span.Start > code.Cursor,
        INamespaceSymbol space => OfferedNamespaces.IsOffered(space),
        _ => true,
    };

    private static TextSpan? Declaration(ISymbol variable, CellCode code) => variable.DeclaringSyntaxReferences
        .FirstOrDefault(declaration => declaration.SyntaxTree == code.Root.SyntaxTree)?.Span;

    private static CompletionRank RankOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol or IParameterSymbol or IRangeVariableSymbol => CompletionRank.Local,
        IMethodSymbol { MethodKind: MethodKind.LocalFunction } => CompletionRank.Local,
        INamespaceSymbol => CompletionRank.Namespace,
        { ContainingType.SpecialType: SpecialType.System_Object } => CompletionRank.Universal,
        { ContainingType.IsScriptClass: true } or IAliasSymbol => CompletionRank.Session,
        ITypeSymbol => CompletionRank.Type,
        _ => CompletionRank.Imported,
    };
}
