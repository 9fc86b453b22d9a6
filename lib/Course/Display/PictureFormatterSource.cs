using Course.Vision;

namespace Course.Display;

/// <summary>Shows a <see cref="Picture"/> as a PNG (base64), small pictures enlarged by a whole factor so that they can be seen.</summary>
internal sealed class PictureFormatterSource
{
    /// <summary>A picture is enlarged while its longer side stays within this many pixels.</summary>
    private const int LargestEnlarged = 224;

    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Picture>("image/png", picture => Convert.ToBase64String(Enlarged(picture).ToPng()));
        yield return new MimeFormatter<Picture>("text/plain", picture => picture.ToString());
    }

    private static Picture Enlarged(Picture picture)
    {
        int factor = LargestEnlarged / Math.Max(picture.Width, picture.Height);
        return factor <= 1 ? picture : picture.Resize(picture.Width * factor, picture.Height * factor, Resampling.Nearest);
    }
}
