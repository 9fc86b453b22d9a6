namespace Course.Vision;

/// <summary>Resizes a picture as two passes of weighted sums, one along each axis: all methods are separable.</summary>
internal static class Resampler
{
    public static Picture Resize(Picture picture, int width, int height, Resampling resampling)
    {
        if (width <= 0 || height <= 0) throw new ArgumentException($"cannot resize a picture to {width} x {height} pixels");
        if (resampling == Resampling.Bicubic) return SmoothResampler.Resize(picture, width, height, SmoothResampler.Cubic, support: 2);
        if (resampling == Resampling.SmoothBilinear) return SmoothResampler.Resize(picture, width, height, SmoothResampler.Linear, support: 1);
        int channels = picture.Channels;
        var columns = Taps.Along(picture.Width, width, resampling);
        var rows = Taps.Along(picture.Height, height, resampling);

        var narrowed = new float[picture.Height * width * channels];
        for (int y = 0; y < picture.Height; y++)
            for (int x = 0; x < width; x++)
                for (int c = 0; c < channels; c++)
                {
                    float sum = 0;
                    Taps taps = columns[x];
                    for (int k = 0; k < taps.Weights.Length; k++)
                        sum += taps.Weights[k] * picture.Pixels[(((y * picture.Width) + taps.First + k) * channels) + c];
                    narrowed[(((y * width) + x) * channels) + c] = sum;
                }

        var pixels = new byte[width * height * channels];
        int rowLength = width * channels;
        for (int y = 0; y < height; y++)
            for (int i = 0; i < rowLength; i++)
            {
                float sum = 0;
                Taps taps = rows[y];
                for (int k = 0; k < taps.Weights.Length; k++) sum += taps.Weights[k] * narrowed[((taps.First + k) * rowLength) + i];
                pixels[(y * rowLength) + i] = (byte)Math.Clamp(MathF.Round(sum), 0, 255);
            }

        return new Picture(width, height, channels, pixels);
    }

    /// <summary>The old pixels one new pixel is made of: the first one's index, and the weights, which add up to 1.</summary>
    private readonly record struct Taps(int First, float[] Weights)
    {
        public static Taps[] Along(int from, int to, Resampling resampling)
        {
            var taps = new Taps[to];
            double scale = (double)from / to;
            for (int i = 0; i < to; i++)
                taps[i] = resampling switch
                {
                    Resampling.Nearest => new Taps(Math.Min((int)((i + 0.5) * scale), from - 1), [1]),
                    Resampling.Bilinear => Bilinear(((i + 0.5) * scale) - 0.5, from),
                    Resampling.Area => Area(i * scale, (i + 1) * scale, from),
                    _ => throw new ArgumentOutOfRangeException(nameof(resampling), resampling, "no such resampling"),
                };
            return taps;
        }

        private static Taps Bilinear(double centre, int count)
        {
            double clamped = Math.Clamp(centre, 0, count - 1);
            int first = Math.Min((int)clamped, Math.Max(0, count - 2));
            float right = (float)(clamped - first);
            return count == 1 ? new Taps(0, [1]) : new Taps(first, [1 - right, right]);
        }

        private static Taps Area(double start, double end, int count)
        {
            const double rounding = 1e-9;
            int first = (int)(start + rounding);
            int last = Math.Min(count, (int)Math.Ceiling(end - rounding));
            var weights = new float[last - first];
            for (int k = 0; k < weights.Length; k++)
            {
                double covered = Math.Min(end, first + k + 1) - Math.Max(start, first + k);
                weights[k] = (float)(covered / (end - start));
            }

            return new Taps(first, weights);
        }
    }
}
