namespace Course.Vision;

/// <summary>
/// Resizes a picture as Pillow does, to the last bit: a new pixel is a weighted sum of the old ones under a curve, which is stretched when
/// the picture shrinks, so that none is passed over. First along the rows, then along the columns, rounded to bytes after each.
/// Published vision models were trained on pictures that were made so.
/// </summary>
internal static class SmoothResampler
{
    /// <summary>Weights are whole numbers of this many binary digits after the point.</summary>
    private const int Precision = 22;

    /// <param name="picture">The picture.</param>
    /// <param name="width">New width.</param>
    /// <param name="height">New height.</param>
    /// <param name="curve">The weight of an old pixel at a distance, in new or old pixels, whichever are larger.</param>
    /// <param name="support">The distance at which the weights end.</param>
    public static Picture Resize(Picture picture, int width, int height, Func<double, double> curve, double support)
    {
        int channels = picture.Channels;
        byte[] pixels = picture.Pixels.ToArray();
        if (width != picture.Width)
            pixels = Pass(pixels, picture.Height, picture.Width * channels, channels, channels, Weigh(picture.Width, width, curve, support));
        if (height != picture.Height)
        {
            byte[] turned = Pass(
                pixels, width * channels, 1, width * channels, 1, Weigh(picture.Height, height, curve, support), columns: true);
            pixels = turned;
        }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>Keys's cubic curve with a = -1/2 (Keys 1981, equation 15).</summary>
    public static double Cubic(double x)
    {
        const double a = -0.5;
        x = Math.Abs(x);
        return x < 1 ? (((((a + 2) * x) - (a + 3)) * x * x) + 1) : x < 2 ? (((((x - 5) * x) + 8) * x) - 4) * a : 0;
    }

    /// <summary>A triangle.</summary>
    public static double Linear(double x) => Math.Max(0, 1 - Math.Abs(x));

    // Sums along one axis. Lines are the rows, or, with columns, every byte of a row down the picture.
    private static byte[] Pass(
        byte[] from, int lines, int lineStep, int step, int group, (int First, int[] Weights)[] taps, bool columns = false)
    {
        var to = new byte[lines * taps.Length * group];
        int newLineStep = columns ? 1 : taps.Length * group;
        int newStep = columns ? lines : group;
        for (int line = 0; line < lines; line++)
            for (int i = 0; i < taps.Length; i++)
                for (int c = 0; c < group; c++)
                {
                    (int first, int[] weights) = taps[i];
                    long sum = 1L << (Precision - 1);
                    for (int k = 0; k < weights.Length; k++)
                        sum += (long)weights[k] * from[(line * lineStep) + ((first + k) * step) + c];
                    to[(line * newLineStep) + (i * newStep) + c] = (byte)Math.Clamp(sum >> Precision, 0, 255);
                }

        return to;
    }

    private static (int First, int[] Weights)[] Weigh(int from, int to, Func<double, double> curve, double support)
    {
        double scale = (double)from / to, stretch = Math.Max(scale, 1), reach = support * stretch;
        return [.. Enumerable.Range(0, to).Select(i =>
        {
            double centre = (i + 0.5) * scale;
            int first = Math.Max(0, (int)(centre - reach + 0.5)), last = Math.Min(from, (int)(centre + reach + 0.5));
            double[] weights = [.. Enumerable.Range(first, last - first).Select(x => curve((x - centre + 0.5) / stretch))];
            double total = weights.Sum();
            return (first, (int[])[.. weights.Select(weight =>
                (int)((weight / total * (1 << Precision)) + (weight < 0 ? -0.5 : 0.5)))]);
        })];
    }
}
