using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Inspecting;

/// <summary>Finds what a reader means by asking at a place: the name there, else the call around it.</summary>
internal static class TargetFinder
{
    internal static InspectionTarget? Find(CellCode code)
    {
        foreach (var token in TokensAt(code.Root, code.Cursor))
        {
            if (token.Parent is { } node && IsName(token) && AtName(node, code.Model) is { } named)
            {
                return named;
            }
        }

        return Calls.Around(code.Root, code.Cursor) is { } call ? OfCall(call, code.Model) : null;
    }

    // Just behind a name is still at the name.
    private static IEnumerable<SyntaxToken> TokensAt(SyntaxNode root, int cursor)
    {
        var at = root.FindToken(cursor);
        if (at.Span.Contains(cursor))
        {
            yield return at;
        }

        if (cursor > 0 && root.FindToken(cursor - 1) is var before && before.Span.End == cursor)
        {
            yield return before;
        }
    }

    private static bool IsName(SyntaxToken token) =>
        token.IsKind(SyntaxKind.IdentifierToken) || token.Parent is PredefinedTypeSyntax or ThisExpressionSyntax or BaseExpressionSyntax;

    private static InspectionTarget? AtName(SyntaxNode node, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(node) is { } declared)
        {
            return new InspectionTarget(declared, [declared]);
        }

        if (node is not ExpressionSyntax expression)
        {
            return null;
        }

        if (Calls.CreatedBy(expression) is { } creation && OfCall(creation, model) is { } created)
        {
            return created;
        }

        if (expression is IdentifierNameSyntax identifier && model.GetAliasInfo(identifier) is { } alias)
        {
            return new InspectionTarget(alias, [alias]);
        }

        var info = model.GetSymbolInfo(expression);
        var group = model.GetMemberGroup(expression);
        var candidates = info.CandidateSymbols.IsEmpty ? group : info.CandidateSymbols;
        return (info.Symbol ?? Overloads.Best(candidates, Calls.Of(expression), model)) is { } symbol
            ? new InspectionTarget(symbol, group.IsEmpty ? [symbol] : group)
            : null;
    }

    private static InspectionTarget? OfCall(CallSite call, SemanticModel model)
    {
        var overloads = Overloads.Of(call, model);
        return (model.GetSymbolInfo(call.Node).Symbol ?? Overloads.Best(overloads, call, model)) is { } symbol
            ? new InspectionTarget(symbol, overloads.Count == 0 ? [symbol] : overloads)
            : null;
    }
}
