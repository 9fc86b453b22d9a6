namespace Course.Audio;

/// <summary>
/// Changes the rate of samples by a windowed sinc (Smith and Gossett, A Flexible Sampling-Rate Conversion Method, ICASSP 1984): each new
/// sample is a weighted sum of the old ones around its time. What the new rate cannot hold is filtered out, so that it does not come
/// back as another tone.
/// </summary>
internal static class Resampler
{
    /// <summary>How many zeros of the sinc are on each side: more make a sharper filter.</summary>
    private const int Zeros = 24;

    /// <summary>The new samples, over the same time.</summary>
    public static float[] Resample(ReadOnlySpan<float> samples, int from, int to)
    {
        double step = (double)from / to;
        // In periods of the old rate: the sinc is as much wider as the new rate is lower.
        double cutoff = Math.Min(1, 1 / step), reach = Zeros / cutoff;
        var result = new float[Math.Max(1, (int)Math.Ceiling(samples.Length / step))];
        for (int n = 0; n < result.Length; n++)
        {
            double time = n * step, sum = 0;
            int first = Math.Max(0, (int)Math.Ceiling(time - reach)), last = Math.Min(samples.Length - 1, (int)Math.Floor(time + reach));
            for (int t = first; t <= last; t++)
            {
                double away = t - time, window = 0.5 + (0.5 * Math.Cos(Math.PI * away / reach));
                sum += samples[t] * cutoff * Sinc(cutoff * away) * window;
            }

            result[n] = (float)sum;
        }

        return result;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);
}
