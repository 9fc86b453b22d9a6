using Course.Display;
using Course.Vision.Png;

namespace Course.Vision;

/// <summary>A picture of 8-bit pixels, grey (1 channel) or RGB (3 channels), stored row by row. Shows itself in a notebook.</summary>
[TypeFormatterSource(typeof(PictureFormatterSource), PreferredMimeTypes = ["image/png", "text/plain"])]
public sealed partial class Picture
{
    private readonly byte[] _pixels;

    /// <summary>
    /// Wraps <paramref name="pixels"/>: height rows of width pixels of <paramref name="channels"/> bytes. The array is not copied.
    /// </summary>
    public Picture(int width, int height, int channels, byte[] pixels)
    {
        if (width <= 0 || height <= 0) throw new ArgumentException($"a picture of {width} x {height} pixels cannot be");
        if (channels is not (1 or 3))
            throw new ArgumentException($"a picture has 1 (grey) or 3 (RGB) channels, not {channels}", nameof(channels));
        if (pixels.Length != width * height * channels)
            throw new ArgumentException(
                $"{width} x {height} pixels of {channels} channels need {width * height * channels} bytes, not {pixels.Length}",
                nameof(pixels));
        (Width, Height, Channels, _pixels) = (width, height, channels, pixels);
    }

    /// <summary>A picture of one colour.</summary>
    public Picture(int width, int height, Rgb color) : this(width, height, 3, new byte[Math.Max(0, width * height * 3)])
    {
        for (int i = 0; i < _pixels.Length; i += 3) (_pixels[i], _pixels[i + 1], _pixels[i + 2]) = (color.R, color.G, color.B);
    }

    /// <summary>Pixels in a row.</summary>
    public int Width { get; }

    /// <summary>Number of rows.</summary>
    public int Height { get; }

    /// <summary>1 for grey, 3 for RGB.</summary>
    public int Channels { get; }

    /// <summary>The bytes, row by row, the channels of a pixel side by side.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    /// <summary>The colour at column <paramref name="x"/>, row <paramref name="y"/>.</summary>
    public Rgb this[int x, int y]
    {
        get
        {
            if ((uint)x >= (uint)Width || (uint)y >= (uint)Height)
                throw new ArgumentOutOfRangeException(nameof(x), $"({x}, {y}) lies outside a picture of {Width} x {Height} pixels");
            int i = ((y * Width) + x) * Channels;
            return Channels == 1 ? new Rgb(_pixels[i], _pixels[i], _pixels[i]) : new Rgb(_pixels[i], _pixels[i + 1], _pixels[i + 2]);
        }
    }

    /// <summary>
    /// Reads a picture file, PNG everywhere. Transparent parts show <paramref name="background"/> (white unless given).
    /// </summary>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">The file is no picture or is damaged; the message says where.</exception>
    /// <exception cref="NotSupportedException">Pictures of this format are not read here; the message says what reads them.</exception>
    public static Picture Load(string path, Rgb? background = null)
    {
        if (!File.Exists(path))
            throw new FileNotFoundException($"{path}: no such picture (looked in {Path.GetDirectoryName(Path.GetFullPath(path))})", path);
        byte[] file = File.ReadAllBytes(path);
        return PictureFormat.Of(file) is { } format and not "PNG"
            ? PictureDecoder.Decode(file, path, format, background ?? Rgb.White)
            : FromPng(file, path, background);
    }

    /// <summary>Decodes PNG bytes; <paramref name="name"/> appears in error messages.</summary>
    public static Picture FromPng(byte[] png, string name = "picture", Rgb? background = null)
    {
        PngPixels decoded = PngReader.Read(png, name);
        return FromRgba(decoded.Width, decoded.Height, decoded.Rgba, decoded.IsGrey, background ?? Rgb.White);
    }

    /// <summary>A picture of rows of red, green, blue and opacity, laid over a background.</summary>
    internal static Picture FromRgba(int width, int height, byte[] rgba, bool isGrey, Rgb background)
    {
        int channels = isGrey && background.R == background.G && background.G == background.B ? 1 : 3;
        ReadOnlySpan<byte> behind = [background.R, background.G, background.B];
        var pixels = new byte[width * height * channels];
        for (int i = 0, p = 0; p < pixels.Length; i += 4, p += channels)
        {
            int alpha = rgba[i + 3];
            for (int c = 0; c < channels; c++)
                pixels[p + c] = (byte)(((rgba[i + c] * alpha) + (behind[c] * (255 - alpha)) + 127) / 255);
        }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>The picture as a PNG file's bytes.</summary>
    public byte[] ToPng() => PngWriter.Write(Width, Height, Channels, _pixels);

    /// <summary>Writes a PNG file, making its folder if need be.</summary>
    public void Save(string path)
    {
        string? folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null) Directory.CreateDirectory(folder);
        File.WriteAllBytes(path, ToPng());
    }

    /// <summary>The part of <paramref name="width"/> x <paramref name="height"/> pixels whose upper left corner is (x, y).</summary>
    public Picture Crop(int x, int y, int width, int height)
    {
        if (x < 0 || y < 0 || width <= 0 || height <= 0 || x + width > Width || y + height > Height)
            throw new ArgumentException($"cannot crop {width} x {height} pixels at ({x}, {y}) from a picture of {Width} x {Height}");
        var pixels = new byte[width * height * Channels];
        for (int row = 0; row < height; row++)
            _pixels.AsSpan((((y + row) * Width) + x) * Channels, width * Channels).CopyTo(pixels.AsSpan(row * width * Channels));
        return new Picture(width, height, Channels, pixels);
    }

    /// <summary>The mirror image, left and right exchanged.</summary>
    public Picture FlipHorizontal()
    {
        var pixels = new byte[_pixels.Length];
        for (int y = 0; y < Height; y++)
            for (int x = 0; x < Width; x++)
                _pixels.AsSpan(((y * Width) + x) * Channels, Channels).CopyTo(pixels.AsSpan(((y * Width) + Width - 1 - x) * Channels));
        return new Picture(Width, Height, Channels, pixels);
    }

    /// <summary>The picture in grey (luma of ITU-R BT.601); itself if it is grey already.</summary>
    public Picture ToGrey()
    {
        if (Channels == 1) return this;
        var pixels = new byte[Width * Height];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Round(255 * new Rgb(_pixels[i * 3], _pixels[(i * 3) + 1], _pixels[(i * 3) + 2]).Luma);
        return new Picture(Width, Height, 1, pixels);
    }

    /// <summary>The picture with three channels; itself if it has them already.</summary>
    public Picture ToRgb()
    {
        if (Channels == 3) return this;
        var pixels = new byte[_pixels.Length * 3];
        for (int i = 0; i < _pixels.Length; i++) pixels.AsSpan(i * 3, 3).Fill(_pixels[i]);
        return new Picture(Width, Height, 3, pixels);
    }

    /// <summary>The picture in another size.</summary>
    public Picture Resize(int width, int height, Resampling resampling = Resampling.Bilinear) =>
        Resampler.Resize(this, width, height, resampling);

    /// <summary>Lays a map of weights over the picture; see the overload for tensors.</summary>
    public Picture Overlay(double[,] heat, ColorMap? map = null, double opacity = 0.55, bool smooth = true)
    {
        if (!(opacity is >= 0 and <= 1)) throw new ArgumentException($"opacity runs from 0 to 1, not {opacity}", nameof(opacity));
        Picture colors = HeatPicture.Of(heat, map ?? ColorMap.Magma).Resize(
            Width, Height, smooth ? Resampling.Bilinear : Resampling.Nearest);
        Picture below = ToRgb();
        var pixels = new byte[below._pixels.Length];
        for (int i = 0; i < pixels.Length; i++)
            pixels[i] = (byte)Math.Round(below._pixels[i] + ((colors._pixels[i] - below._pixels[i]) * opacity));
        return new Picture(Width, Height, 3, pixels);
    }

    /// <summary>"Picture 28 x 28, grey".</summary>
    public override string ToString() => $"Picture {Width} x {Height}, {(Channels == 1 ? "grey" : "RGB")}";
}
