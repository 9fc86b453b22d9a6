namespace Course.Vision;

/// <summary>Turns a matrix into a picture, one pixel a number, smallest to largest along a colour map.</summary>
internal static class HeatPicture
{
    public static Picture Of(double[,] values, ColorMap map)
    {
        int rows = values.GetLength(0), columns = values.GetLength(1);
        if (rows == 0 || columns == 0) throw new ArgumentException($"a map of {rows} x {columns} weights cannot be drawn");
        double[] finite = values.Cast<double>().Where(double.IsFinite).ToArray();
        (double min, double max) = finite.Length == 0 ? (0, 0) : (finite.Min(), finite.Max());
        var pixels = new byte[rows * columns * 3];
        for (int i = 0; i < rows * columns; i++)
        {
            double value = values[i / columns, i % columns];
            Rgb color = map.At(double.IsFinite(value) && max > min ? (value - min) / (max - min) : 0);
            (pixels[i * 3], pixels[(i * 3) + 1], pixels[(i * 3) + 2]) = (color.R, color.G, color.B);
        }

        return new Picture(columns, rows, 3, pixels);
    }
}
