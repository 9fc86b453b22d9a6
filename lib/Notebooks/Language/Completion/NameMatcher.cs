namespace Notebooks.Language.Completion;

/// <summary>Compares names with the letters typed so far.</summary>
internal sealed class NameMatcher(string typed)
{
    internal NameMatch Match(string name) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? NameMatch.Prefix
        : name.StartsWith(typed, StringComparison.OrdinalIgnoreCase) ? NameMatch.PrefixIgnoringCase
        : typed.Length > 1 && MatchesWords(name, 0, 0) ? NameMatch.Words
        : NameMatch.None;

    // Each typed letter goes on in the current word of the name or starts a later one: "sdpa", "WriL", "MHA".
    private bool MatchesWords(string name, int at, int next)
    {
        if (next == typed.Length)
        {
            return true;
        }

        for (int start = at; start < name.Length; start++)
        {
            bool goesOn = start == at && at > 0;
            if ((goesOn || StartsWord(name, start)) && Same(name[start], typed[next]) && MatchesWords(name, start + 1, next + 1))
            {
                return true;
            }

            if (next == 0 && StartsWord(name, start))
            {
                // The first letter typed belongs to the first word.
                return false;
            }
        }

        return false;
    }

    private static bool StartsWord(string name, int at) =>
        name[at] != '_' && (at == 0 || name[at - 1] == '_' || char.IsUpper(name[at]));

    private static bool Same(char left, char right) => char.ToUpperInvariant(left) == char.ToUpperInvariant(right);
}
