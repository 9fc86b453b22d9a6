using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Language.Cells;

/// <summary>The syntax around a cursor: the word being typed and what stands before it.</summary>
internal sealed class CursorSyntax
{
    internal CursorSyntax(SyntaxNode root, int cursor)
    {
        string text = root.SyntaxTree.GetText().ToString();
        Cursor = cursor;
        WordStart = cursor;
        while (WordStart > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[WordStart - 1]))
        {
            WordStart--;
        }

        Word = text[WordStart..cursor];
        IsInText = Word.Length > 0 && char.IsAsciiDigit(Word[0]) || IsText(root, text, cursor);
        Left = TokenBefore(root, WordStart);

        // On a line of its own, what parses as going on with the line before is the start of something new.
        int end = Math.Min(Left.Span.End, WordStart);
        IsOnLineOfLeft = text.AsSpan(end, WordStart - end).IndexOfAny('\n', '\r') < 0;
    }

    internal int Cursor { get; }

    /// <summary>Where the word that ends at the cursor starts.</summary>
    internal int WordStart { get; }

    /// <summary>The word up to the cursor; may be empty.</summary>
    internal string Word { get; }

    /// <summary>The last token before the word; of kind None at the start.</summary>
    internal SyntaxToken Left { get; }

    /// <summary>Whether no line ends between <see cref="Left"/> and the word.</summary>
    internal bool IsOnLineOfLeft { get; }

    /// <summary>Whether the cursor is where no code is: in a comment, a string, a number, or code switched off.</summary>
    internal bool IsInText { get; }

    private static SyntaxToken TokenBefore(SyntaxNode root, int position)
    {
        var token = root.FindToken(position);
        while (!token.IsKind(SyntaxKind.None) && token.SpanStart >= position)
        {
            token = token.GetPreviousToken();
        }

        return token;
    }

    private static bool IsText(SyntaxNode root, string text, int cursor)
    {
        if (cursor == 0)
        {
            return false;
        }

        var trivia = root.FindTrivia(cursor - 1);
        if (IsTextTrivia(trivia, text, cursor))
        {
            return true;
        }

        var token = root.FindToken(cursor - 1);
        if (!token.Span.Contains(cursor - 1))
        {
            return false;
        }

        return token.Kind() switch
        {
            SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.CharacterLiteralToken
                or SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken
                => cursor < token.Span.End || token.ContainsDiagnostics,
            SyntaxKind.InterpolatedStringTextToken => true,
            SyntaxKind.InterpolatedStringStartToken or SyntaxKind.InterpolatedVerbatimStringStartToken
                or SyntaxKind.InterpolatedSingleLineRawStringStartToken or SyntaxKind.InterpolatedMultiLineRawStringStartToken
                => cursor == token.Span.End,
            SyntaxKind.CloseBraceToken => token.Parent.IsKind(SyntaxKind.Interpolation),
            SyntaxKind.NumericLiteralToken => true,
            _ => false,
        };
    }

    private static bool IsTextTrivia(SyntaxTrivia trivia, string text, int cursor) => trivia.Kind() switch
    {
        SyntaxKind.SingleLineCommentTrivia => true,
        SyntaxKind.SingleLineDocumentationCommentTrivia => text[cursor - 1] is not ('\n' or '\r'),
        SyntaxKind.MultiLineCommentTrivia or SyntaxKind.MultiLineDocumentationCommentTrivia =>
            cursor < trivia.FullSpan.End || trivia.ContainsDiagnostics,
        SyntaxKind.DisabledTextTrivia => true,
        _ => false,
    };
}
