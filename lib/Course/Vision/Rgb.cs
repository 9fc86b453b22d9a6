using System.Globalization;

namespace Course.Vision;

/// <summary>A colour: red, green and blue, 0 to 255 each.</summary>
public readonly record struct Rgb(byte R, byte G, byte B)
{
    /// <summary>White.</summary>
    public static readonly Rgb White = new(255, 255, 255);

    /// <summary>Black.</summary>
    public static readonly Rgb Black = new(0, 0, 0);

    /// <summary>The green that marks a right answer; told from <see cref="Wrong"/> by the colour-blind too.</summary>
    public static readonly Rgb Right = new(0x00, 0x9E, 0x73);

    /// <summary>The vermilion that marks a wrong answer.</summary>
    public static readonly Rgb Wrong = new(0xD5, 0x5E, 0x00);

    /// <summary>Reads "#rrggbb".</summary>
    public static Rgb Parse(string hex)
    {
        if (hex.Length != 7 || hex[0] != '#' ||
            !int.TryParse(hex.AsSpan(1), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out int value))
            throw new FormatException($"\"{hex}\" is not a colour; write it as #rrggbb, for example #0072B2");
        return new Rgb((byte)(value >> 16), (byte)(value >> 8), (byte)value);
    }

    /// <summary>How bright the colour looks, 0 to 1 (ITU-R BT.601 luma).</summary>
    public double Luma => ((0.299 * R) + (0.587 * G) + (0.114 * B)) / 255;

    /// <summary>The colour <paramref name="t"/> of the way from this one to <paramref name="other"/>, t from 0 to 1.</summary>
    public Rgb Mix(Rgb other, double t)
    {
        return new Rgb(Channel(R, other.R), Channel(G, other.G), Channel(B, other.B));

        byte Channel(byte from, byte to) => (byte)Math.Round(from + ((to - from) * t));
    }

    /// <summary>"#rrggbb".</summary>
    public override string ToString() => $"#{R:x2}{G:x2}{B:x2}";
}
