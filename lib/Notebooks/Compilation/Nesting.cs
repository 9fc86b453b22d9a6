using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Compilation;

/// <summary>How deep brackets are nested. The compiler's parser ends the process where types and tuples are nested too deep.</summary>
internal static class Nesting
{
    /// <summary>The greatest depth that is compiled; nobody writes as many.</summary>
    internal const int Deepest = 500;

    // The compiler's lexer follows strings within strings, so it is not asked where text has this depth.
    private const int DeepestText = 10 * Deepest;

    /// <summary>Whether code is nested too deep.</summary>
    internal static bool IsTooDeep(string code)
    {
        int text = Depth(code);
        return text > DeepestText || (text > Deepest && Depth(Brackets(code)) > Deepest);
    }

    // Brackets in strings and comments are no tokens.
    private static IEnumerable<char> Brackets(string code) => SyntaxFactory.ParseTokens(code).Select(token => Bracket(token.Kind()));

    private static char Bracket(SyntaxKind token) => token switch
    {
        SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken => '(',
        SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken => ')',
        SyntaxKind.LessThanToken => '<',
        SyntaxKind.GreaterThanToken => '>',
        SyntaxKind.SemicolonToken => ';',
        _ => ' ',
    };

    private static int Depth(IEnumerable<char> code)
    {
        int brackets = 0, angles = 0, deepest = 0;
        foreach (char character in code)
        {
            switch (character)
            {
                case '(' or '[' or '{':
                    brackets++;
                    break;
                case ')' or ']' or '}' when brackets > 0:
                    brackets--;
                    break;
                case '<':
                    angles++;
                    break;
                case '>' when angles > 0:
                    angles--;
                    break;
                case ';':
                    // What was open is a "less than".
                    angles = 0;
                    break;
            }

            deepest = Math.Max(deepest, brackets + angles);
        }

        return deepest;
    }
}
