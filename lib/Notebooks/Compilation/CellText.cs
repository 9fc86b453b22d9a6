using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Compilation;

/// <summary>Questions about unparsed C# text.</summary>
internal static class CellText
{
    private static readonly CSharpParseOptions ScriptCode = new(LanguageVersion.Latest, kind: SourceCodeKind.Script);

    /// <summary>
    /// Whether line <paramref name="index"/> starts within a string or a comment that an earlier line opened, where a
    /// directive is just text.
    /// </summary>
    internal static bool IsInsideToken(string code, IReadOnlyList<string> lines, int index)
    {
        string before = string.Join('\n', lines.Take(index));
        if (!before.Contains("\"\"\"") && !before.Contains("@\"") && !before.Contains("$\"") && !before.Contains("/*"))
        {
            return false;
        }

        int position = before.Length + 1;
        var root = CSharpSyntaxTree.ParseText(code, ScriptCode).GetRoot();
        var token = root.FindToken(position);
        if (token.SpanStart < position && position < token.Span.End)
        {
            return true;
        }

        var trivia = root.FindTrivia(position);
        return trivia.SpanStart < position && position < trivia.Span.End && trivia.IsKind(SyntaxKind.MultiLineCommentTrivia);
    }
}
