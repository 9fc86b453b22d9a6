using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Notebooks.Language.Cells;

/// <summary>Finds calls in syntax.</summary>
internal static class Calls
{
    /// <summary>The innermost call whose argument list the position is in: behind its "(", not behind its ")".</summary>
    internal static CallSite? Around(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        if (token.SpanStart >= position)
        {
            token = token.GetPreviousToken();
        }

        for (var node = token.Parent; node is not null; node = node.Parent)
        {
            if (node is BaseArgumentListSyntax or AttributeArgumentListSyntax && IsInside(node, position) && Of(node.Parent) is { } call)
            {
                return call;
            }

            if (node is AnonymousFunctionExpressionSyntax { Body: BlockSyntax } or MemberDeclarationSyntax and not GlobalStatementSyntax)
            {
                // A statement in a lambda's block is not an argument any more.
                return null;
            }
        }

        return null;
    }

    /// <summary>The call that an expression is the callee of, or null.</summary>
    internal static CallSite? Of(ExpressionSyntax callee) => callee.Parent switch
    {
        MemberAccessExpressionSyntax access when access.Name == callee => Of(access),
        MemberBindingExpressionSyntax binding => Of(binding),
        InvocationExpressionSyntax call when call.Expression == callee => Of((SyntaxNode)call),
        _ => null,
    };

    /// <summary>The creation that a type's name belongs to, as in <c>new Name(...)</c>, or null.</summary>
    internal static CallSite? CreatedBy(ExpressionSyntax type)
    {
        SyntaxNode node = type;
        while (node.Parent is QualifiedNameSyntax qualified && qualified.Right == node)
        {
            node = qualified;
        }

        return node.Parent is ObjectCreationExpressionSyntax creation && creation.Type == node ? Of((SyntaxNode)creation) : null;
    }

    private static CallSite? Of(SyntaxNode? node) => node switch
    {
        InvocationExpressionSyntax call => new CallSite(call, call.Expression, call.ArgumentList.Arguments),
        BaseObjectCreationExpressionSyntax creation => new CallSite(creation, null, creation.ArgumentList?.Arguments ?? []),
        ConstructorInitializerSyntax initializer => new CallSite(initializer, null, initializer.ArgumentList.Arguments),
        PrimaryConstructorBaseTypeSyntax initializer => new CallSite(initializer, null, initializer.ArgumentList.Arguments),
        ElementAccessExpressionSyntax access => new CallSite(access, null, access.ArgumentList.Arguments),
        AttributeSyntax attribute => new CallSite(attribute, null, attribute.ArgumentList?.Arguments ?? []),
        _ => null,
    };

    private static bool IsInside(SyntaxNode list, int position)
    {
        var open = list.GetFirstToken(includeZeroWidth: true);
        var close = list.GetLastToken(includeZeroWidth: true);
        return position >= open.Span.End && (close.IsMissing || position <= close.SpanStart);
    }
}
