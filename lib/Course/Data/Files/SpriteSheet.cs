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
        Picture sheet = DataFile.ReadPicture(path);
        int rows = (count + Columns - 1) / Columns;
        if (sheet.Width != Columns * side || sheet.Height < rows * side)
            throw new DataSetException(
                $"{path} has {sheet.Width} x {sheet.Height} pixels; {count} sprites of {side} x {side} in {Columns} columns need " +
                $"{Columns * side} x {rows * side}");

        int size = 3 * side * side;
        var sprites = new byte[count * size];
        for (int i = 0; i < count; i++)
            DataFile.CutSquare(sheet, i % Columns * side, i / Columns * side, side, sprites.AsSpan(i * size, size));
        return sprites;
    }
}
