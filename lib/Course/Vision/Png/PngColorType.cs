namespace Course.Vision.Png;

/// <summary>What a PNG pixel consists of (IHDR, colour type).</summary>
internal enum PngColorType : byte
{
    Grey = 0,
    Rgb = 2,
    Palette = 3,
    GreyAlpha = 4,
    Rgba = 6,
}
