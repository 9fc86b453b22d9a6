using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Notebooks.Language.Cells;
using Notebooks.Language.Symbols;

namespace Notebooks.Language.Completion;

/// <summary>What type of value a place asks for.</summary>
internal static class ExpectedType
{
    /// <summary>The types that fit there; several for the overloads of a call, none when nothing is known.</summary>
    internal static IEnumerable<ITypeSymbol> Of(CellCode code, CursorSyntax cursor)
    {
        var model = code.Model;
        var left = cursor.Left;
        return left.Parent switch
        {
            BinaryExpressionSyntax comparison when left == comparison.OperatorToken => Known(model.GetTypeInfo(comparison.Left).Type),
            AssignmentExpressionSyntax assignment when left == assignment.OperatorToken => Known(model.GetTypeInfo(assignment.Left).Type),
            EqualsValueClauseSyntax { Parent.Parent: VariableDeclarationSyntax { Type: { IsVar: false } type } } =>
                Known(model.GetTypeInfo(type).Type),
            EqualsValueClauseSyntax { Parent: ParameterSyntax { Type: { } type } } => Known(model.GetTypeInfo(type).Type),
            CaseSwitchLabelSyntax { Parent.Parent: SwitchStatementSyntax statement } => Known(model.GetTypeInfo(statement.Expression).Type),
            SwitchExpressionSyntax choice when left != choice.SwitchKeyword => Known(model.GetTypeInfo(choice.GoverningExpression).Type),
            IsPatternExpressionSyntax test => Known(model.GetTypeInfo(test.Expression).Type),
            BaseArgumentListSyntax or NameColonSyntax { Parent: ArgumentSyntax } => OfArgument(code, cursor),
            _ => [],
        };
    }

    private static IEnumerable<ITypeSymbol> OfArgument(CellCode code, CursorSyntax cursor)
    {
        if (Calls.Around(code.Root, cursor.WordStart) is not { } call)
        {
            return [];
        }

        int index = call.Arguments.Count(argument => argument.Span.End <= cursor.Left.SpanStart && argument.FullSpan.Length > 0);
        if (cursor.Left.Parent is NameColonSyntax { Name.Identifier.Text: var name })
        {
            return Overloads.Of(call, code.Model).SelectMany(Overloads.Parameters)
                .Where(parameter => parameter.Name == name).Select(parameter => parameter.Type);
        }

        return Overloads.Of(call, code.Model)
            .Select(overload => Overloads.ParameterAt(Overloads.Parameters(overload), [], index)?.Type).OfType<ITypeSymbol>();
    }

    private static IEnumerable<ITypeSymbol> Known(ITypeSymbol? type) => type is null ? [] : [type];
}
