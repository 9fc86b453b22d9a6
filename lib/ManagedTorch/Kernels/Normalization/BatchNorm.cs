namespace ManagedTorch.Kernels;

/// <summary>Batch normalisation of x (batch, channels, spatial) over batch and spatial (Ioffe and Szegedy, 2015).</summary>
internal static unsafe class BatchNorm
{
    /// <summary>
    /// y = (x - mean) rstd weight + bias with the batch's own statistics. weight and bias (channels) may be null. mean and rstd
    /// (channels) are for the backward pass; batchVarianceUnbiased, which may be null, is for the running variance.
    /// </summary>
    internal static void ForwardTraining(
        float* x, float* weight, float* bias, float* y, float* mean, float* rstd, float* batchVarianceUnbiased,
        long batch, long channels, long spatial, float eps)
    {
        long count = batch * spatial;
        for (long c = 0; c < channels; c++)
        {
            double sum = 0, squares = 0;
            for (long b = 0; b < batch; b++)
            for (long i = 0; i < spatial; i++)
            {
                sum += x[(((b * channels) + c) * spatial) + i];
            }

            double average = sum / count;
            for (long b = 0; b < batch; b++)
            for (long i = 0; i < spatial; i++)
            {
                double d = x[(((b * channels) + c) * spatial) + i] - average;
                squares += d * d;
            }

            mean[c] = (float)average;
            rstd[c] = (float)(1 / Math.Sqrt((squares / count) + eps));
            if (batchVarianceUnbiased != null)
            {
                batchVarianceUnbiased[c] = (float)(squares / (count - 1));
            }
        }

        Apply(x, weight, bias, mean, rstd, y, batch, channels, spatial);
    }

    /// <summary>y with the running statistics, as in evaluation. weight and bias may be null.</summary>
    internal static void ForwardEvaluation(
        float* x, float* weight, float* bias, float* runningMean, float* runningVar, float* y, long batch, long channels,
        long spatial, float eps)
    {
        using Scratch scratch = Scratch.Rent(channels);
        float* rstd = scratch.Pointer;
        for (long c = 0; c < channels; c++)
        {
            rstd[c] = 1f / MathF.Sqrt(runningVar[c] + eps);
        }

        Apply(x, weight, bias, runningMean, rstd, y, batch, channels, spatial);
    }

    /// <summary>
    /// dx, dWeight, dBias (each overwritten, each may be null) from the saved mean and rstd. training: the statistics were the
    /// batch's own and depend on x; otherwise they are constants.
    /// </summary>
    internal static void Backward(
        float* x, float* weight, float* dy, float* mean, float* rstd, float* dx, float* dWeight, float* dBias,
        long batch, long channels, long spatial, bool training = true)
    {
        double count = batch * spatial;
        for (long c = 0; c < channels; c++)
        {
            double sum = 0, dot = 0;
            for (long b = 0; b < batch; b++)
            for (long i = 0; i < spatial; i++)
            {
                long at = (((b * channels) + c) * spatial) + i;
                sum += dy[at];
                dot += dy[at] * (x[at] - mean[c]) * rstd[c];
            }

            if (dWeight != null)
            {
                dWeight[c] = (float)dot;
            }

            if (dBias != null)
            {
                dBias[c] = (float)sum;
            }

            if (dx != null)
            {
                double scale = rstd[c] * (weight == null ? 1 : weight[c]);
                for (long b = 0; b < batch; b++)
                for (long i = 0; i < spatial; i++)
                {
                    long at = (((b * channels) + c) * spatial) + i;
                    double correction = training ? (sum + ((x[at] - mean[c]) * rstd[c] * dot)) / count : 0;
                    dx[at] = (float)(scale * (dy[at] - correction));
                }
            }
        }
    }

    private static void Apply(
        float* x, float* weight, float* bias, float* mean, float* rstd, float* y, long batch, long channels, long spatial)
    {
        for (long b = 0; b < batch; b++)
        for (long c = 0; c < channels; c++)
        for (long i = 0; i < spatial; i++)
        {
            long at = (((b * channels) + c) * spatial) + i;
            y[at] = ((x[at] - mean[c]) * rstd[c] * (weight == null ? 1 : weight[c])) + (bias == null ? 0 : bias[c]);
        }
    }
}
