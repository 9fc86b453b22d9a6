using System.Buffers.Binary;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Site.Outputs;

/// <summary>Width and height of a picture in pixels, so that a page does not jump while it loads.</summary>
internal static partial class ImageSize
{
    private const int HeaderLength = 24;

    private static ReadOnlySpan<byte> PngSignature => [0x89, (byte)'P', (byte)'N', (byte)'G'];

    /// <summary>The size that a PNG file states.</summary>
    /// <exception cref="SiteException">The bytes are no PNG.</exception>
    public static (int Width, int Height) OfPng(ReadOnlySpan<byte> png) => png.Length >= HeaderLength && png.StartsWith(PngSignature)
        ? (BinaryPrimitives.ReadInt32BigEndian(png[16..]), BinaryPrimitives.ReadInt32BigEndian(png[20..]))
        : throw new SiteException("an output of type image/png is no PNG.");

    /// <summary>The size that the root element of a drawing states.</summary>
    /// <exception cref="SiteException">It states none.</exception>
    public static (int Width, int Height) OfSvg(string svg) => Root().Match(svg) is { Success: true } root
        ? (Pixels(root.Groups["width"].Value), Pixels(root.Groups["height"].Value))
        : throw new SiteException("an output of type image/svg+xml does not state its width and height.");

    private static int Pixels(string number) => (int)Math.Ceiling(double.Parse(number, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"<svg\b[^>]*\bwidth=""(?<width>[0-9.]+)(px)?""[^>]*\bheight=""(?<height>[0-9.]+)(px)?""")]
    private static partial Regex Root();
}
