using Microsoft.CodeAnalysis.CSharp;

namespace Notebooks.Language.Completion;

/// <summary>
/// Goes on with the word at the cursor, or writes one. With it the code around parses as it will in the end: a block that
/// is still open reaches beyond the cursor, and "a..b" with the cursor between the dots is no range.
/// </summary>
internal static class Placeholder
{
    private const string Name = "__";

    /// <summary>The code with the cursor in a name.</summary>
    internal static string Insert(string code, int cursor) =>
        cursor < code.Length && SyntaxFacts.IsIdentifierPartCharacter(code[cursor])
            ? code
            : code.Insert(cursor, IsWholeStatement(code, cursor) ? Name + ";" : Name);

    // On a line of its own between statements; without an end it would merge with the statement below.
    private static bool IsWholeStatement(string code, int cursor)
    {
        int word = cursor;
        while (word > 0 && SyntaxFacts.IsIdentifierPartCharacter(code[word - 1]))
        {
            word--;
        }

        var before = code.AsSpan(0, word).TrimEnd();
        var after = code.AsSpan(cursor);
        int lineEnd = after.IndexOf('\n');
        return (before.IsEmpty || before[^1] is ';' or '}') && (lineEnd < 0 ? after : after[..lineEnd]).IsWhiteSpace();
    }
}
