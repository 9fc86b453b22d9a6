using System.Text;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Site.Code;

/// <summary>Marks the parts of C# code by what the compiler's parser takes them for. Code that does not compile is shown too.</summary>
internal static partial class CSharpHighlighter
{
    private static readonly CSharpParseOptions Script = new(LanguageVersion.Latest, DocumentationMode.None, SourceCodeKind.Script);

    /// <summary>The code as HTML, each part in a <c>span</c> with a class of one letter: see the style sheet.</summary>
    public static string Html(string code)
    {
        // Magics are no C#; blanks in their place keep every position.
        var parsed = NotebookLine().Replace(code, line => new string(' ', line.Length));
        var html = new StringBuilder();
        var position = 0;
        foreach (var token in CSharpSyntaxTree.ParseText(parsed, Script).GetRoot().DescendantTokens())
        {
            Add(token.LeadingTrivia);
            Write(token.SpanStart, token.Span.End, token.Span.IsEmpty ? null : ClassOf(token));
            Add(token.TrailingTrivia);
        }

        Plain(code.Length);
        return html.ToString();

        void Add(SyntaxTriviaList trivia)
        {
            foreach (var piece in trivia.Where(piece => IsComment(piece)))
            {
                Write(piece.SpanStart, piece.Span.End, piece.ToString().StartsWith("//|", StringComparison.Ordinal) ? "d" : "c");
            }
        }

        void Write(int start, int end, string? kind)
        {
            Plain(start);
            var text = Site.Html.Escape(code[position..end]);
            html.Append(kind is null ? text : $"<span class=\"{kind}\">{text}</span>");
            position = end;
        }

        // What lies between tokens: blanks, and the lines that were taken out.
        void Plain(int end)
        {
            var text = Site.Html.Escape(code[position..end]);
            html.Append(NotebookLine().Replace(text, line => $"<span class=\"d\">{line.Value}</span>"));
            position = end;
        }
    }

    private static bool IsComment(SyntaxTrivia trivia) => trivia.Kind() is SyntaxKind.SingleLineCommentTrivia
        or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.SingleLineDocumentationCommentTrivia
        or SyntaxKind.MultiLineDocumentationCommentTrivia;

    private static string? ClassOf(SyntaxToken token)
    {
        var kind = token.Kind();
        if (token.IsKeyword() || (SyntaxFacts.IsContextualKeyword(kind) && kind != SyntaxKind.IdentifierToken))
        {
            return "k";
        }

        if (kind is SyntaxKind.NumericLiteralToken)
        {
            return "n";
        }

        if (token.Parent is LiteralExpressionSyntax or InterpolatedStringTextSyntax
            || (token.Parent is InterpolatedStringExpressionSyntax && kind is not SyntaxKind.OpenBraceToken))
        {
            return "s";
        }

        return kind is SyntaxKind.IdentifierToken ? ClassOfName(token) : null;
    }

    private static string? ClassOfName(SyntaxToken token) => token.Parent switch
    {
        IdentifierNameSyntax { IsVar: true } => "k",
        BaseTypeDeclarationSyntax or ConstructorDeclarationSyntax or TypeParameterSyntax => "t",
        MethodDeclarationSyntax or LocalFunctionStatementSyntax => "m",
        SimpleNameSyntax name when IsCalled(name) => "m",
        SimpleNameSyntax name when IsType(name) => "t",
        _ => null,
    };

    private static bool IsCalled(SimpleNameSyntax name) =>
        name.Parent is InvocationExpressionSyntax
        || (name.Parent is MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } member
            && member.Name == name && call.Expression == member);

    private static bool IsType(SimpleNameSyntax name)
    {
        SyntaxNode node = name;
        while (node.Parent is NullableTypeSyntax or ArrayTypeSyntax or QualifiedNameSyntax or TypeArgumentListSyntax or GenericNameSyntax)
        {
            if (node.Parent is TypeArgumentListSyntax)
            {
                return true;
            }

            node = node.Parent;
        }

        return node.Parent switch
        {
            VariableDeclarationSyntax or ParameterSyntax or ObjectCreationExpressionSyntax or BaseTypeSyntax or MethodDeclarationSyntax
                or LocalFunctionStatementSyntax or PropertyDeclarationSyntax or TypeOfExpressionSyntax or DeclarationExpressionSyntax
                or CatchDeclarationSyntax or TupleElementSyntax => true,
            CastExpressionSyntax cast => cast.Type == node,
            ForEachStatementSyntax loop => loop.Type == node,

            // Check.That: by the naming rules, a capital before a dot is a type more often than not.
            MemberAccessExpressionSyntax access => access.Expression == node && char.IsUpper(name.Identifier.Text[0])
                && name.Identifier.Text.Length > 1,
            _ => false,
        };
    }

    [GeneratedRegex(@"^[ \t]*#(r\b|i\b|!)[^\n]*", RegexOptions.Multiline)]
    private static partial Regex NotebookLine();
}
