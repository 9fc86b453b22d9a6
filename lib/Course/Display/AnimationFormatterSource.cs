using Course.Vision;

namespace Course.Display;

/// <summary>
/// Shows an <see cref="Animation"/> as an animated PNG (base64), small ones enlarged by a whole factor so that they can be seen.
/// </summary>
internal sealed class AnimationFormatterSource
{
    /// <summary>An animation is enlarged while its longer side stays within this many pixels.</summary>
    private const int LargestEnlarged = 224;

    public IEnumerable<object> CreateTypeFormatters()
    {
        yield return new MimeFormatter<Animation>("image/png", animation => Convert.ToBase64String(Enlarged(animation).ToPng()));
        yield return new MimeFormatter<Animation>("text/plain", animation => animation.ToString());
    }

    private static Animation Enlarged(Animation animation)
    {
        (int width, int height) = (animation.Frames[0].Width, animation.Frames[0].Height);
        int factor = LargestEnlarged / Math.Max(width, height);
        return factor <= 1 ? animation : animation.Resize(width * factor, height * factor, Resampling.Nearest);
    }
}
