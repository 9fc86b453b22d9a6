namespace Course.Vision;

/// <summary>A picture being drawn; what falls outside is cut off.</summary>
internal sealed class Canvas
{
    private readonly int _width;
    private readonly int _height;
    private readonly byte[] _pixels;

    public Canvas(int width, int height, Rgb background)
    {
        (_width, _height, _pixels) = (width, height, new byte[width * height * 3]);
        Fill(0, 0, width, height, background);
    }

    /// <summary>Fills a rectangle.</summary>
    public void Fill(int left, int top, int width, int height, Rgb color)
    {
        for (int y = Math.Max(0, top); y < Math.Min(_height, top + height); y++)
            for (int x = Math.Max(0, left); x < Math.Min(_width, left + width); x++)
                Set(x, y, color);
    }

    /// <summary>Puts a picture with its upper left corner at (left, top).</summary>
    public void Paste(Picture picture, int left, int top)
    {
        for (int y = 0; y < picture.Height; y++)
            for (int x = 0; x < picture.Width; x++)
                if ((uint)(left + x) < (uint)_width && (uint)(top + y) < (uint)_height)
                    Set(left + x, top + y, picture[x, y]);
    }

    /// <summary>The drawing; the canvas must not be used afterwards.</summary>
    public Picture ToPicture() => new(_width, _height, 3, _pixels);

    private void Set(int x, int y, Rgb color)
    {
        int i = ((y * _width) + x) * 3;
        (_pixels[i], _pixels[i + 1], _pixels[i + 2]) = (color.R, color.G, color.B);
    }
}
