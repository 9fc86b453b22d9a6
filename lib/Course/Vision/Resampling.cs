namespace Course.Vision;

/// <summary>How <see cref="Picture.Resize"/> finds a new pixel.</summary>
public enum Resampling
{
    /// <summary>The nearest old pixel: keeps hard edges, for enlarging pixel art.</summary>
    Nearest,

    /// <summary>Weighs the four old pixels around: smooth when enlarging; aliases when shrinking far.</summary>
    Bilinear,

    /// <summary>The average over the area the new pixel covers: right for shrinking.</summary>
    Area,

    /// <summary>Pillow's bilinear: smooth when enlarging, and no pixel is passed over when shrinking.</summary>
    SmoothBilinear,

    /// <summary>Pillow's bicubic, the same with a sharper curve: what CLIP was trained on.</summary>
    Bicubic,
}
