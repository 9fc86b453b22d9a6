using System.Buffers.Binary;

namespace Course.Vision.Png;

/// <summary>The IHDR chunk: size and kind of pixels.</summary>
internal sealed record PngHeader(int Width, int Height, int BitDepth, PngColorType ColorType, bool Interlaced)
{
    public const int Length = 13;
    private const long MostPixels = 1L << 28;

    /// <summary>Samples per pixel in the file: a palette index counts as one.</summary>
    public int Samples => ColorType switch
    {
        PngColorType.Rgb => 3,
        PngColorType.GreyAlpha => 2,
        PngColorType.Rgba => 4,
        _ => 1,
    };

    /// <summary>Bytes of one row of <paramref name="width"/> pixels, without its filter byte.</summary>
    public int RowBytes(int width) => (int)((((long)width * Samples * BitDepth) + 7) / 8);

    /// <summary>Distance in bytes to the pixel on the left, for the filters; at least 1.</summary>
    public int FilterDistance => Math.Max(1, Samples * BitDepth / 8);

    public static PngHeader Parse(ReadOnlySpan<byte> data, Func<string, Exception> error)
    {
        if (data.Length != Length) throw error($"is {data.Length} bytes long, not {Length}");
        uint width = BinaryPrimitives.ReadUInt32BigEndian(data);
        uint height = BinaryPrimitives.ReadUInt32BigEndian(data[4..]);
        int bitDepth = data[8];
        var colorType = (PngColorType)data[9];
        if (width == 0 || height == 0 || (long)width * height > MostPixels)
            throw error($"gives a size of {width} x {height} pixels");
        bool known = colorType switch
        {
            PngColorType.Grey => bitDepth is 1 or 2 or 4 or 8 or 16,
            PngColorType.Palette => bitDepth is 1 or 2 or 4 or 8,
            PngColorType.Rgb or PngColorType.GreyAlpha or PngColorType.Rgba => bitDepth is 8 or 16,
            _ => false,
        };
        if (!known) throw error($"gives colour type {data[9]} with {bitDepth} bits, which PNG does not have");
        if (data[10] != 0 || data[11] != 0) throw error("gives an unknown compression or filter method");
        if (data[12] > 1) throw error($"gives an unknown interlace method, {data[12]}");
        return new PngHeader((int)width, (int)height, bitDepth, colorType, data[12] == 1);
    }
}
