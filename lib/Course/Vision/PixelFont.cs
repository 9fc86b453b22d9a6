namespace Course.Vision;

/// <summary>
/// A small bitmap font for captions inside pictures: printable ASCII and a few signs, up to 5 pixels wide, 7 high and 2 below the line.
/// </summary>
internal static class PixelFont
{
    public const int Height = 9;

    private const int WidestGlyph = 5;
    private const int Gap = 1;
    private const int SpaceWidth = 3;

    // From U+0021 to U+007E: the rows of each glyph from the top, five bits a row, two hexadecimal digits each.
    private static readonly string[] Ascii =
    [
        "04040404040004", "0A0A0A", "0A0A1F0A1F0A0A", "040F140E051E04", "18190204081303", "0C12140815120D", "040404", "02040808080402",
        "08040202020408", "0004150E1504", "0004041F0404", "000000000C0408", "0000000E", "00000000000C0C", "01010204081010",
        "0E11131519110E",
        "040C040404040E", "0E11010204081F", "1F02040201110E", "02060A121F0202", "1F101E0101110E", "0608101E11110E", "1F010204080808",
        "0E11110E11110E", "0E11110F01020C", "000C0C000C0C", "000C0C000C0408", "02040810080402", "00001F001F", "08040201020408",
        "0E110102040004", "0E11010D15150E", "0E1111111F1111", "1E11111E11111E", "0E11101010110E", "1C12111111121C", "1F10101E10101F",
        "1F10101E101010", "0E11101711110F", "1111111F111111", "0E04040404040E", "0702020202120C", "11121418141211", "1010101010101F",
        "111B1515111111", "11111915131111", "0E11111111110E", "1E11111E101010", "0E11111115120D", "1E11111E141211", "0F10100E01011E",
        "1F040404040404", "1111111111110E", "11111111110A04", "1111111515150A", "11110A040A1111", "1111110A040404", "1F01020408101F",
        "0E08080808080E", "10100804020101", "0E02020202020E", "040A11", "0000000000001F", "080402", "00000E010F110F", "1010161911111E",
        "00000E1010110E", "01010D1311110F", "00000E111F100E", "0609081C080808", "00000F1111110F010E", "10101619111111", "04000C0404040E",
        "02000602020202120C", "10101214181412", "0C04040404040E", "00001A15151111", "00001619111111", "00000E1111110E",
        "00001E1111111E1010",
        "00000F1111110F0101", "00001619101010", "00000E100E011E", "08081C08080906", "0000111111130D", "00001111110A04", "0000111115150A",
        "0000110A040A11", "0000111111110F010E", "00001F0204081F", "02040408040402", "04040404040404", "08040402040408", "0000081502",
    ];

    private static readonly Dictionary<char, string> Signs = new()
    {
        ['→'] = "0004021F0204", ['✓'] = "01010202140C08", ['✗'] = "11110A040A1111", ['…'] = "000000000015", ['°'] = "0C12120C",
        ['·'] = "000000040000",
    };

    private const string Unknown = "1F11111111111F";

    /// <summary>The width of a text in font pixels.</summary>
    public static int Width(string text) => text.Length == 0 ? 0 : text.Sum(c => GlyphWidth(c) + Gap) - Gap;

    /// <summary>Calls <paramref name="dot"/> with the place of each dark pixel of a text, from its upper left corner.</summary>
    public static void Draw(string text, Action<int, int> dot)
    {
        int x = 0;
        foreach (char c in text)
        {
            byte[] rows = Rows(c);
            int left = LeftmostColumn(rows);
            for (int y = 0; y < rows.Length; y++)
                for (int column = left; column < WidestGlyph; column++)
                    if (IsDark(rows[y], column))
                        dot(x + column - left, y);
            x += GlyphWidth(c) + Gap;
        }
    }

    private static int GlyphWidth(char c)
    {
        byte[] rows = Rows(c);
        if (rows.All(row => row == 0)) return SpaceWidth;
        int right = Enumerable.Range(0, WidestGlyph).Last(column => rows.Any(row => IsDark(row, column)));
        return right - LeftmostColumn(rows) + 1;
    }

    private static int LeftmostColumn(byte[] rows) =>
        Enumerable.Range(0, WidestGlyph).FirstOrDefault(column => rows.Any(row => IsDark(row, column)));

    private static bool IsDark(byte row, int column) => (row >> (WidestGlyph - 1 - column) & 1) != 0;

    private static byte[] Rows(char c)
    {
        if (char.IsWhiteSpace(c)) return [];
        int index = c - '!';
        string glyph = index >= 0 && index < Ascii.Length ? Ascii[index] : Signs.GetValueOrDefault(c, Unknown);
        return Convert.FromHexString(glyph);
    }
}
