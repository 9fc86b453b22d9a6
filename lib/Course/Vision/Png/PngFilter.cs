namespace Course.Vision.Png;

/// <summary>The five row filters (PNG specification, clause 9): each byte minus a guess from its neighbours.</summary>
internal static class PngFilter
{
    public const int Count = 5;

    /// <summary>
    /// Filters <paramref name="row"/> into <paramref name="filtered"/>; <paramref name="above"/> is the row before, zeros at first.
    /// </summary>
    public static void Apply(int kind, ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int distance, Span<byte> filtered)
    {
        for (int i = 0; i < row.Length; i++)
        {
            byte left = i >= distance ? row[i - distance] : (byte)0;
            byte upperLeft = i >= distance ? above[i - distance] : (byte)0;
            filtered[i] = (byte)(row[i] - Guess(kind, left, above[i], upperLeft));
        }
    }

    /// <summary>Undoes the filter in place.</summary>
    public static void Undo(int kind, Span<byte> row, ReadOnlySpan<byte> above, int distance)
    {
        for (int i = 0; i < row.Length; i++)
        {
            byte left = i >= distance ? row[i - distance] : (byte)0;
            byte upperLeft = i >= distance ? above[i - distance] : (byte)0;
            row[i] += Guess(kind, left, above[i], upperLeft);
        }
    }

    private static byte Guess(int kind, byte left, byte above, byte upperLeft) => kind switch
    {
        0 => 0,
        1 => left,
        2 => above,
        3 => (byte)((left + above) / 2),
        _ => Paeth(left, above, upperLeft),
    };

    private static byte Paeth(int left, int above, int upperLeft)
    {
        int estimate = left + above - upperLeft;
        int toLeft = Math.Abs(estimate - left);
        int toAbove = Math.Abs(estimate - above);
        int toUpperLeft = Math.Abs(estimate - upperLeft);
        if (toLeft <= toAbove && toLeft <= toUpperLeft) return (byte)left;
        return (byte)(toAbove <= toUpperLeft ? above : upperLeft);
    }
}
