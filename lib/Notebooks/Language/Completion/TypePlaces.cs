using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;

namespace Notebooks.Language.Completion;

/// <summary>Places that ask for a type, or for a new name.</summary>
internal static class TypePlaces
{
    /// <summary>Whether only a type or a namespace can stand there.</summary>
    internal static bool AsksForType(CursorSyntax cursor) => cursor.Left.Kind() switch
    {
        SyntaxKind.NewKeyword or SyntaxKind.AsKeyword => true,
        SyntaxKind.UsingKeyword or SyntaxKind.StaticKeyword => cursor.Left.Parent is UsingDirectiveSyntax,
        SyntaxKind.EqualsToken => cursor.Left.Parent is NameEqualsSyntax { Parent: UsingDirectiveSyntax },
        SyntaxKind.LessThanToken => cursor.Left.Parent is TypeArgumentListSyntax,
        SyntaxKind.CommaToken => cursor.Left.Parent is TypeArgumentListSyntax or ParameterListSyntax or BaseListSyntax,
        SyntaxKind.ColonToken => cursor.Left.Parent is BaseListSyntax or TypeParameterConstraintClauseSyntax,
        SyntaxKind.OpenParenToken => cursor.Left.Parent is TypeOfExpressionSyntax or SizeOfExpressionSyntax or DefaultExpressionSyntax
            or CatchDeclarationSyntax or ParameterListSyntax { Parent: not AnonymousFunctionExpressionSyntax },
        _ => false,
    };

    /// <summary>Whether the word being typed is a name that is being given, which nothing can complete.</summary>
    internal static bool GivesName(SyntaxNode root, CursorSyntax cursor)
    {
        var word = root.FindToken(cursor.WordStart);
        return cursor.Word.Length > 0
            && word.SpanStart == cursor.WordStart
            && word.IsKind(SyntaxKind.IdentifierToken)
            && word.Parent is not (SimpleNameSyntax or null)
            && cursor.IsOnLineOfLeft;
    }

    /// <summary>Whether what parses as a type before the word is a value: "x i" is the start of "x is".</summary>
    internal static bool FollowsValue(CellCode code, CursorSyntax cursor) =>
        cursor.Left.Parent?.FirstAncestorOrSelf<TypeSyntax>() is { } name && IsValue(name, code.Model);

    private static bool IsValue(TypeSyntax name, SemanticModel model)
    {
        var expression = SyntaxFactory.ParseExpression(name.ToString());
        const SpeculativeBindingOption AsExpression = SpeculativeBindingOption.BindAsExpression;
        return model.GetSpeculativeSymbolInfo(name.SpanStart, expression, AsExpression).Symbol is not INamespaceOrTypeSymbol
            && model.GetSpeculativeTypeInfo(name.SpanStart, expression, AsExpression).Type is { TypeKind: not TypeKind.Error };
    }
}
