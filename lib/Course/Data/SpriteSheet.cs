using Course.Vision;

namespace Course.Data;

/// <summary>Cuts a sheet of pictures, 40 in a row, into its sprites.</summary>
internal static class SpriteSheet
{
    private const int Columns = 40;

    /// <summary>The first <paramref name="count"/> sprites as bytes (count, 3, side, side).</summary>
    /// <exception cref="DataSetException">The file is no PNG, or has too few sprites or another width.</exception>
    public static byte[] Read(string path, int count, int side)
    {
        Picture sheet = Load(path);
        int rows = (count + Columns - 1) / Columns;
        if (sheet.Width != Columns * side || sheet.Height < rows * side)
            throw new DataSetException(
                $"{path} has {sheet.Width} x {sheet.Height} pixels; {count} sprites of {side} x {side} in {Columns} columns need " +
                $"{Columns * side} x {rows * side}");

        int area = side * side;
        var sprites = new byte[count * 3 * area];
        for (int i = 0; i < count; i++)
            for (int y = 0; y < side; y++)
            {
                int row = (((((i / Columns * side) + y) * Columns) + (i % Columns)) * side) * 3;
                ReadOnlySpan<byte> pixels = sheet.Pixels.Slice(row, side * 3);
                int target = (i * 3 * area) + (y * side);
                for (int x = 0; x < side; x++, target++)
                {
                    sprites[target] = pixels[3 * x];
                    sprites[target + area] = pixels[(3 * x) + 1];
                    sprites[target + (2 * area)] = pixels[(3 * x) + 2];
                }
            }

        return sprites;
    }

    private static Picture Load(string path)
    {
        try
        {
            return Picture.Load(path).ToRgb();
        }
        catch (InvalidDataException e)
        {
            throw new DataSetException(e.Message);
        }
    }
}
