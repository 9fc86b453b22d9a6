using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;

namespace Notebooks.Language.Inspecting;

/// <summary>Finds what a reader means by asking at a place: the name there, else the call around it.</summary>
internal static class TargetFinder
{
    internal static InspectionTarget? Find(CellCode code)
    {
        foreach (var token in TokensAt(code.Root, code.Cursor))
        {
            if (token.Parent is { } node && IsName(token) && AtName(node, token, code.Model) is { } named)
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

    private static InspectionTarget? AtName(SyntaxNode node, SyntaxToken token, SemanticModel model)
    {
        if (model.GetDeclaredSymbol(node) is { } declared && declared is not IMethodSymbol { MethodKind: MethodKind.Constructor })
        {
            return new InspectionTarget(declared, [declared]);
        }

        if (node is ConstructorDeclarationSyntax && model.GetDeclaredSymbol(node) is { } constructor)
        {
            return new InspectionTarget(constructor, [constructor]);
        }

        if (node is not ExpressionSyntax expression)
        {
            return null;
        }

        if (Calls.CreatedBy(expression) is { } creation && OfCall(creation, model) is { } created)
        {
            return created;
        }

        if (expression.Parent is NameColonSyntax { Parent: ArgumentSyntax } && model.GetSymbolInfo(expression).Symbol is IParameterSymbol parameter)
        {
            return new InspectionTarget(parameter, [parameter]);
        }

        var info = model.GetSymbolInfo(expression);
        var group = model.GetMemberGroup(expression);
        if ((info.Symbol ?? BestOf(info.CandidateSymbols.IsEmpty ? group : info.CandidateSymbols, Calls.Of(expression), model)) is not { } symbol)
        {
            return model.GetTypeInfo(expression).Type is { TypeKind: not TypeKind.Error } type && token.Text == "var"
                ? new InspectionTarget(type, [type])
                : null;
        }

        return new InspectionTarget(symbol, group.IsEmpty ? [symbol] : group);
    }

    private static InspectionTarget? OfCall(CallSite call, SemanticModel model)
    {
        var info = model.GetSymbolInfo(call.Node);
        IReadOnlyList<ISymbol> candidates = call.Callee is { } callee ? model.GetMemberGroup(callee) : ConstructorsOf(call, model);
        if (candidates.Count == 0)
        {
            candidates = info.CandidateSymbols;
        }

        return (info.Symbol ?? BestOf(candidates, call, model)) is { } symbol
            ? new InspectionTarget(symbol, candidates.Count == 0 ? [symbol] : candidates)
            : null;
    }

    private static IReadOnlyList<ISymbol> ConstructorsOf(CallSite call, SemanticModel model) =>
        model.GetTypeInfo(call.Node).Type is INamedTypeSymbol type
            ? [.. type.InstanceConstructors.Where(constructor => model.IsAccessible(call.Node.SpanStart, constructor))]
            : [];

    // While a call is being written none of its overloads fits: the shortest that takes the arguments so far does.
    private static ISymbol? BestOf(IReadOnlyList<ISymbol> candidates, CallSite? call, SemanticModel model)
    {
        var byLength = candidates.OrderBy(candidate => Calls.Parameters(candidate).Count).ToArray();
        return byLength.FirstOrDefault(candidate => Takes(Calls.Parameters(candidate), call, model))
            ?? byLength.FirstOrDefault(candidate => Calls.Parameters(candidate).Count >= (call?.Arguments.Count ?? 0))
            ?? byLength.FirstOrDefault();
    }

    private static bool Takes(IReadOnlyList<IParameterSymbol> parameters, CallSite? call, SemanticModel model)
    {
        for (int index = 0; index < (call?.Arguments.Count ?? 0); index++)
        {
            if (Calls.ParameterAt(parameters, call!.Arguments, index) is not { } parameter)
            {
                return false;
            }

            bool written = call.Arguments[index].Span.Length > 0;
            if (written && call.Arguments[index] is ArgumentSyntax { Expression: var value }
                && !model.ClassifyConversion(value, ElementTypeOfParams(parameter)).IsImplicit
                && !model.ClassifyConversion(value, parameter.Type).IsImplicit)
            {
                return false;
            }
        }

        return true;
    }

    private static ITypeSymbol ElementTypeOfParams(IParameterSymbol parameter) =>
        parameter is { IsParams: true, Type: IArrayTypeSymbol array } ? array.ElementType : parameter.Type;
}
