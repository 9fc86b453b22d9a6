namespace Course.Plots.Svg;

/// <summary>
/// How wide a text will be: the advance widths of Helvetica and Arial, enlarged to what DejaVu Sans, the usual substitute, needs.
/// </summary>
internal static class TextMetrics
{
    private const double Allowance = 1.15;
    private const double BoldAllowance = 1.1;
    private const int FirstKnown = ' ';
    private const int OtherWidth = 600;
    private const int WideWidth = 1000;
    private const int FirstWide = 0x2E80;

    // Widths of U+0020 to U+007E in thousandths of the font size.
    private static readonly int[] Widths =
    [
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
        556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
        1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
        667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
        333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
        556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
    ];

    /// <summary>The width in pixels of <paramref name="text"/> in a font of <paramref name="size"/> pixels.</summary>
    public static double Width(string text, double size)
    {
        double sum = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            int index = rune.Value - FirstKnown;
            sum += index >= 0 && index < Widths.Length ? Widths[index] : rune.Value >= FirstWide ? WideWidth : OtherWidth;
        }

        return sum / 1000 * size * Allowance;
    }

    /// <summary>The width in pixels of a bold text.</summary>
    public static double BoldWidth(string text, double size) => Width(text, size * BoldAllowance);

    /// <summary>The text, its end replaced by "…" if it is wider than <paramref name="most"/> pixels.</summary>
    public static string Shorten(string text, double size, double most)
    {
        if (Width(text, size) <= most) return text;
        for (int length = text.Length - 1; length > 0; length--)
        {
            if (char.IsHighSurrogate(text[length - 1])) continue;
            string shorter = text[..length].TrimEnd() + "…";
            if (Width(shorter, size) <= most) return shorter;
        }

        return "…";
    }

    /// <summary>As <see cref="Wrap"/>, for bold text.</summary>
    public static IReadOnlyList<string> WrapBold(string text, double size, double most, int mostLines) =>
        Wrap(text, size * BoldAllowance, most, mostLines);

    /// <summary>The text broken at spaces into at most <paramref name="mostLines"/> lines, the last one shortened if need be.</summary>
    public static IReadOnlyList<string> Wrap(string text, double size, double most, int mostLines)
    {
        var lines = new List<string>();
        string line = "";
        foreach (string word in text.Split([' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            string longer = line.Length == 0 ? word : line + " " + word;
            if (line.Length == 0 || lines.Count == mostLines - 1 || Width(longer, size) <= most)
            {
                line = longer;
                continue;
            }

            lines.Add(line);
            line = word;
        }

        if (line.Length > 0) lines.Add(line);
        return lines.Select(each => Shorten(each, size, most)).ToArray();
    }
}
