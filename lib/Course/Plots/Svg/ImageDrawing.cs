using Course.Plots.Traces;
using Course.Vision;

namespace Course.Plots.Svg;

/// <summary>Draws pictures, embedded as PNG data URIs.</summary>
internal static class ImageDrawing
{
    private const double Gap = 4;
    private const double FrameWidth = 3;

    /// <summary>A picture in a chart with axes.</summary>
    public static void Draw(SvgWriter svg, ImageTrace image, ChartLayout layout)
    {
        double top = Math.Min(layout.Y.Map(0), layout.Y.Map(image.Picture.Height));
        Embed(svg, image.Picture, new Box(layout.X.Map(0), top, image.Picture.Width * layout.X.PerUnit,
            image.Picture.Height * layout.Y.PerUnit));
    }

    /// <summary>A picture that fills a cell, its caption centred above it.</summary>
    public static void DrawCell(SvgWriter svg, ImageTrace image, string? caption, Box cell)
    {
        svg.Open("g", "class", "image");
        double top = cell.Top + Gap;
        if (caption is not null)
        {
            double size = cell.Width >= 220 ? 13 : cell.Width >= 110 ? 11.5 : 10;
            svg.Text("text", TextMetrics.Shorten(caption, size, cell.Width - 4), "x", cell.CentreX, "y", top + size,
                "text-anchor", "middle",
                "font-size", size, "fill", image.FrameColor ?? Palette.Ink);
            top += size + 5;
        }

        double inset = image.FrameColor is null ? 0 : FrameWidth;
        Box room = new Box(cell.Left + Gap, top, cell.Width - (2 * Gap), cell.Bottom - Gap - top).Grow(-inset);
        Box box = room.Fit(image.Picture.Width, image.Picture.Height);
        if (image.FrameColor is not null)
        {
            Box frame = box.Grow(FrameWidth / 2);
            svg.Element("rect", "class", "frame", "x", frame.Left, "y", frame.Top, "width", frame.Width, "height", frame.Height,
                "fill", "none",
                "stroke", image.FrameColor, "stroke-width", FrameWidth);
        }

        Embed(svg, image.Picture, box);
        svg.Close();
    }

    /// <summary>
    /// Embeds a picture. A small one is enlarged to twice the pixels it will cover, so that viewers which smooth still show its pixels.
    /// </summary>
    public static void Embed(SvgWriter svg, Picture picture, Box box)
    {
        int factor = (int)Math.Ceiling(2 * box.Width / picture.Width);
        if (factor > 2) picture = picture.Resize(picture.Width * factor, picture.Height * factor, Resampling.Nearest);
        svg.Element("image", "x", box.Left, "y", box.Top, "width", box.Width, "height", box.Height, "preserveAspectRatio",
            "none", "image-rendering", "pixelated", "href", "data:image/png;base64," + Convert.ToBase64String(picture.ToPng()));
    }
}
