namespace Site.Mathematics;

/// <summary>Cuts a formula into tokens.</summary>
internal static class LatexTokenizer
{
    public static IReadOnlyList<LatexToken> Read(string latex)
    {
        var tokens = new List<LatexToken>();
        for (var i = 0; i < latex.Length;)
        {
            if (char.IsWhiteSpace(latex[i]))
            {
                i++;
                continue;
            }

            var length = 1;
            if (latex[i] == '\\' && i + 1 < latex.Length)
            {
                length = 2;
                while (char.IsAsciiLetter(latex[i + 1]) && i + length < latex.Length && char.IsAsciiLetter(latex[i + length]))
                {
                    length++;
                }
            }
            else if (char.IsHighSurrogate(latex[i]) && i + 1 < latex.Length)
            {
                length = 2;
            }

            tokens.Add(new LatexToken(latex.Substring(i, length), i));
            i += length;
        }

        return tokens;
    }
}
