using System.Text;
using System.Text.RegularExpressions;

namespace Notebooks.Language.History;

/// <summary>
/// A glob over whole texts: <c>*</c> is any text, lines included, <c>?</c> one character, <c>[abc]</c>, <c>[a-z]</c>
/// and <c>[!abc]</c> one of a set. All other characters, and a bracket that is never closed, stand for themselves.
/// </summary>
internal sealed class GlobPattern(string pattern)
{
    // Without backtracking, so that no pattern takes for ever.
    private readonly Regex regex = new(
        Translate(pattern),
        RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);

    internal bool IsMatch(string text) => regex.IsMatch(text);

    private static string Translate(string pattern)
    {
        var regex = new StringBuilder(@"\A");
        for (int at = 0; at < pattern.Length; at++)
        {
            int close = pattern[at] == '[' ? CloseOfSet(pattern, at) : -1;
            if (close > 0)
            {
                AppendSet(regex, pattern[(at + 1)..close]);
                at = close;
                continue;
            }

            regex.Append(pattern[at] switch
            {
                '*' => ".*",
                '?' => ".",
                _ => Regex.Escape(pattern[at].ToString()),
            });
        }

        return regex.Append(@"\z").ToString();
    }

    // The first character of a set may be a bracket itself.
    private static int CloseOfSet(string pattern, int open)
    {
        int first = open + 1 < pattern.Length && pattern[open + 1] is '!' or '^' ? open + 2 : open + 1;
        return first + 1 > pattern.Length ? -1 : pattern.IndexOf(']', Math.Min(first + 1, pattern.Length));
    }

    private static void AppendSet(StringBuilder regex, string set)
    {
        bool negated = set[0] is '!' or '^';
        regex.Append(negated ? "[^" : "[");
        string members = negated ? set[1..] : set;
        for (int at = 0; at < members.Length; at++)
        {
            bool isRange = at + 2 < members.Length && members[at + 1] == '-';
            if (isRange && members[at] <= members[at + 2])
            {
                regex.Append($"{Code(members[at])}-{Code(members[at + 2])}");
                at += 2;
            }
            else
            {
                regex.Append(Code(members[at]));
            }
        }

        regex.Append(']');
    }

    private static string Code(char character) => $"\\u{(int)character:x4}";
}
