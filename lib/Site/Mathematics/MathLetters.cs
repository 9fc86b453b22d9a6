using System.Text;

namespace Site.Mathematics;

/// <summary>Letters of Unicode's mathematical alphabets. MathML Core knows no mathvariant but the upright one.</summary>
internal static class MathLetters
{
    // Where Unicode had a letter before the alphabets came, it left a gap there.
    private static readonly Dictionary<(LatexAlphabet Alphabet, char Letter), string> Gaps = new()
    {
        [(LatexAlphabet.DoubleStruck, 'C')] = "ℂ", [(LatexAlphabet.DoubleStruck, 'H')] = "ℍ", [(LatexAlphabet.DoubleStruck, 'N')] = "ℕ",
        [(LatexAlphabet.DoubleStruck, 'P')] = "ℙ", [(LatexAlphabet.DoubleStruck, 'Q')] = "ℚ", [(LatexAlphabet.DoubleStruck, 'R')] = "ℝ",
        [(LatexAlphabet.DoubleStruck, 'Z')] = "ℤ", [(LatexAlphabet.Script, 'B')] = "ℬ", [(LatexAlphabet.Script, 'E')] = "ℰ",
        [(LatexAlphabet.Script, 'F')] = "ℱ", [(LatexAlphabet.Script, 'H')] = "ℋ", [(LatexAlphabet.Script, 'I')] = "ℐ",
        [(LatexAlphabet.Script, 'L')] = "ℒ", [(LatexAlphabet.Script, 'M')] = "ℳ", [(LatexAlphabet.Script, 'R')] = "ℛ",
    };

    /// <summary>The text with its Latin letters and digits in the alphabet; other characters stay.</summary>
    public static string In(LatexAlphabet alphabet, string text)
    {
        var letters = new StringBuilder();
        foreach (var letter in text)
        {
            letters.Append(In(alphabet, letter));
        }

        return letters.ToString();
    }

    private static string In(LatexAlphabet alphabet, char letter)
    {
        if (Gaps.TryGetValue((alphabet, letter), out var known))
        {
            return known;
        }

        var (upper, lower, digit) = alphabet switch
        {
            LatexAlphabet.Bold => (0x1D400, 0x1D41A, 0x1D7CE),
            LatexAlphabet.DoubleStruck => (0x1D538, 0x1D552, 0x1D7D8),
            LatexAlphabet.Script => (0x1D49C, 0, 0),
            _ => (0, 0, 0),
        };
        return letter switch
        {
            >= 'A' and <= 'Z' when upper > 0 => char.ConvertFromUtf32(upper + letter - 'A'),
            >= 'a' and <= 'z' when lower > 0 => char.ConvertFromUtf32(lower + letter - 'a'),
            >= '0' and <= '9' when digit > 0 => char.ConvertFromUtf32(digit + letter - '0'),
            _ => letter.ToString(),
        };
    }
}
