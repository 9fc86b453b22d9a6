using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>What can follow a dot.</summary>
internal static class MemberCompletions
{
    /// <summary>Adds the members of what stands before the dot; false where there is no dot.</summary>
    internal static bool Add(CellCode code, CursorSyntax cursor, Candidates candidates)
    {
        var dot = cursor.Left;
        if (!(dot.IsKind(SyntaxKind.DotToken) || dot.IsKind(SyntaxKind.ColonColonToken) || dot.IsKind(SyntaxKind.MinusGreaterThanToken)))
        {
            return false;
        }

        switch (dot.Parent)
        {
            case MemberAccessExpressionSyntax access:
                AddMembersOf(access.Expression, code, candidates);
                break;
            case MemberBindingExpressionSyntax binding:
                var conditional = binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>();
                var value = conditional is null ? null : code.Model.GetTypeInfo(conditional.Expression).Type;
                AddInstanceMembers(value is null ? null : SymbolTypes.WithoutNull(value), code, candidates);
                break;
            case QualifiedNameSyntax name:
                AddMembersOf(name.Left, code, candidates);
                break;
            case AliasQualifiedNameSyntax alias when code.Model.GetAliasInfo(alias.Alias)?.Target is INamespaceOrTypeSymbol target:
                AddStaticMembers(target, code, candidates);
                break;
        }

        return true;
    }

    private static void AddMembersOf(ExpressionSyntax left, CellCode code, Candidates candidates)
    {
        var symbol = code.Model.GetSymbolInfo(left).Symbol;
        var type = code.Model.GetTypeInfo(left).Type;
        if (symbol is null && type is null or IErrorTypeSymbol || left.Parent is QualifiedNameSyntax && symbol is null)
        {
            // "x." before another line parses as the start of a type's name.
            var expression = SyntaxFactory.ParseExpression(left.ToString());
            symbol = code.Model.GetSpeculativeSymbolInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Symbol;
            type = code.Model.GetSpeculativeTypeInfo(left.SpanStart, expression, SpeculativeBindingOption.BindAsExpression).Type;
        }

        switch (symbol)
        {
            case INamespaceOrTypeSymbol container:
                AddStaticMembers(container, code, candidates);
                break;
            case IAliasSymbol { Target: INamespaceOrTypeSymbol target }:
                AddStaticMembers(target, code, candidates);
                break;
            default:
                AddInstanceMembers(type, code, candidates);
                if (IsNameOfItsType(left, symbol, type))
                {
                    AddStaticMembers(type!, code, candidates);
                }

                break;
        }
    }

    // A property called like its type: before a dot, the name means both.
    private static bool IsNameOfItsType(ExpressionSyntax left, ISymbol? symbol, ITypeSymbol? type) =>
        left is IdentifierNameSyntax && symbol is not null && type is not null && symbol.Name == type.Name;

    private static void AddInstanceMembers(ITypeSymbol? type, CellCode code, Candidates candidates)
    {
        if (type is null or IErrorTypeSymbol || type.SpecialType == SpecialType.System_Void)
        {
            return;
        }

        foreach (var member in code.Model.LookupSymbols(code.Cursor, type, includeReducedExtensionMethods: true))
        {
            if (!member.IsStatic && member is not ITypeSymbol)
            {
                candidates.Add(member, RankOf(member));
            }
        }
    }

    private static void AddStaticMembers(INamespaceOrTypeSymbol container, CellCode code, Candidates candidates)
    {
        var members = container is INamespaceSymbol
            ? code.Model.LookupNamespacesAndTypes(code.Cursor, container)
            : code.Model.LookupStaticMembers(code.Cursor, container);
        foreach (var member in members)
        {
            if (member is not INamespaceSymbol space || OfferedNamespaces.IsOffered(space))
            {
                candidates.Add(member, RankOf(member));
            }
        }
    }

    private static CompletionRank RankOf(ISymbol member) => member switch
    {
        IMethodSymbol { ReducedFrom: not null } => CompletionRank.Extension,
        { ContainingType.SpecialType: SpecialType.System_Object or SpecialType.System_ValueType or SpecialType.System_Enum } =>
            CompletionRank.Universal,
        IMethodSymbol { IsOverride: true, Name: "ToString" or "Equals" or "GetHashCode" } => CompletionRank.Universal,
        INamespaceSymbol => CompletionRank.Namespace,
        _ => CompletionRank.Member,
    };
}
