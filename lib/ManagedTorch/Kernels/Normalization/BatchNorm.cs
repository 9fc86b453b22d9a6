using System.Runtime.CompilerServices;

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
        var statistics = new StatisticsKernel(x, mean, rstd, batchVarianceUnbiased, new Shape(batch, channels, spatial), eps);
        OverChannels(statistics, batch, channels, spatial);
        Apply(x, weight, bias, mean, rstd, y, batch, channels, spatial);
    }

    /// <summary>y with the running statistics, as in evaluation. weight and bias may be null.</summary>
    internal static void ForwardEvaluation(
        float* x, float* weight, float* bias, float* runningMean, float* runningVar, float* y, long batch, long channels,
        long spatial, float eps)
    {
        using Scratch rstd = Scratch.Rent(channels);
        for (long c = 0; c < channels; c++)
        {
            rstd.Pointer[c] = 1f / MathF.Sqrt(runningVar[c] + eps);
        }

        Apply(x, weight, bias, runningMean, rstd.Pointer, y, batch, channels, spatial);
    }

    /// <summary>
    /// dx, dWeight, dBias (each overwritten, each may be null) from the mean and rstd of the forward pass. training: they are
    /// statistics of x and pass gradients to it; otherwise they are constants.
    /// </summary>
    internal static void Backward(
        float* x, float* weight, float* dy, float* mean, float* rstd, float* dx, float* dWeight, float* dBias,
        long batch, long channels, long spatial, bool training = true)
    {
        // dx = scale dy + slope (x - mean) + offset, with one scale, slope and offset for each channel.
        using Scratch scratch = Scratch.Rent(3 * channels);
        var shape = new Shape(batch, channels, spatial);
        OverChannels(
            new GradientKernel(x, weight, dy, mean, rstd, dWeight, dBias, scratch.Pointer, shape, training), batch, channels, spatial);
        if (dx == null)
        {
            return;
        }

        if (spatial == 1)
        {
            RangeKernel.OverRows(new InputRowsKernel(x, dy, mean, scratch.Pointer, dx, channels), batch, channels);
        }
        else
        {
            RangeKernel.OverRows(new InputPlanesKernel(x, dy, mean, scratch.Pointer, dx, channels, spatial), batch * channels, spatial);
        }
    }

    private static void OverChannels<TKernel>(TKernel kernel, long batch, long channels, long spatial)
        where TKernel : struct, IRangeKernel =>
        // Data without a spatial extent is read across channels, so chunks are whole cache lines of them.
        RangeKernel.Over(kernel, channels, spatial == 1 ? 64 : RangeKernel.RowsPerChunk(batch * spatial));

    /// <summary>y = (x - mean) scale + bias, with scale = rstd weight.</summary>
    private static void Apply(
        float* x, float* weight, float* bias, float* mean, float* rstd, float* y, long batch, long channels, long spatial)
    {
        using Scratch scratch = Scratch.Rent(2 * channels);
        float* scale = scratch.Pointer;
        float* offset = scale + channels;
        for (long c = 0; c < channels; c++)
        {
            scale[c] = rstd[c] * (weight == null ? 1 : weight[c]);
            offset[c] = bias == null ? 0 : bias[c];
        }

        if (spatial == 1)
        {
            RangeKernel.OverRows(new ApplyRowsKernel(x, mean, scale, offset, y, channels), batch, channels);
        }
        else
        {
            RangeKernel.OverRows(new ApplyPlanesKernel(x, mean, scale, offset, y, channels, spatial), batch * channels, spatial);
        }
    }

    private readonly record struct Shape(long Batch, long Channels, long Spatial)
    {
        internal long Count => Batch * Spatial;
    }

    private readonly struct StatisticsKernel(float* x, float* mean, float* rstd, float* unbiased, Shape shape, float eps) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            if (shape.Spatial == 1)
            {
                long c = start;
                for (; c <= end - T.Count; c += T.Count)
                {
                    Columns<T>(c, T.Count);
                }

                if (c < end)
                {
                    Columns<T>(c, (int)(end - c));
                }

                return;
            }

            for (long c = start; c < end; c++)
            {
                Planes<T>(c);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Planes<T>(long channel)
            where T : struct, ILanes<T>
        {
            double sum = 0;
            for (long b = 0; b < shape.Batch; b++)
            {
                sum += RowMath.Sum<T>(x + (((b * shape.Channels) + channel) * shape.Spatial), shape.Spatial);
            }

            float average = (float)(sum / shape.Count);
            double squares = 0;
            for (long b = 0; b < shape.Batch; b++)
            {
                squares += RowMath.SumSquaredDifferences<T>(
                    x + (((b * shape.Channels) + channel) * shape.Spatial), shape.Spatial, average);
            }

            Save(channel, average, squares);
        }

        /// <summary>Without a spatial extent, neighbouring channels are neighbours in memory.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<T>(long channel, int count)
            where T : struct, ILanes<T>
        {
            float* column = x + channel;
            T sum = default;
            for (long b = 0; b < shape.Batch; b++)
            {
                sum += T.LoadPartial(column + (b * shape.Channels), count);
            }

            T average = sum / T.Broadcast(shape.Batch);
            T squares = default;
            for (long b = 0; b < shape.Batch; b++)
            {
                T difference = T.LoadPartial(column + (b * shape.Channels), count) - average;
                squares = T.MultiplyAdd(difference, difference, squares);
            }

            float* results = stackalloc float[2 * T.Count];
            average.Store(results);
            squares.Store(results + T.Count);
            for (int i = 0; i < count; i++)
            {
                Save(channel + i, results[i], results[T.Count + i]);
            }
        }

        private void Save(long channel, float average, double squares)
        {
            mean[channel] = average;
            rstd[channel] = (float)(1 / Math.Sqrt((squares / shape.Count) + eps));
            if (unbiased != null)
            {
                unbiased[channel] = (float)(squares / (shape.Count - 1));
            }
        }
    }

    private readonly struct GradientKernel(
        float* x, float* weight, float* dy, float* mean, float* rstd, float* dWeight, float* dBias, float* coefficients, Shape shape,
        bool training) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            if (shape.Spatial == 1)
            {
                long c = start;
                for (; c <= end - T.Count; c += T.Count)
                {
                    Columns<T>(c, T.Count);
                }

                if (c < end)
                {
                    Columns<T>(c, (int)(end - c));
                }

                return;
            }

            for (long c = start; c < end; c++)
            {
                Planes<T>(c);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Planes<T>(long channel)
            where T : struct, ILanes<T>
        {
            double sum = 0, dot = 0;
            for (long b = 0; b < shape.Batch; b++)
            {
                long at = ((b * shape.Channels) + channel) * shape.Spatial;
                sum += RowMath.Sum<T>(dy + at, shape.Spatial);
                dot += RowMath.DotDifferences<T>(dy + at, x + at, shape.Spatial, mean[channel]);
            }

            Save(channel, sum, dot);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Columns<T>(long channel, int count)
            where T : struct, ILanes<T>
        {
            T average = T.LoadPartial(mean + channel, count);
            T sum = default, dot = default;
            for (long b = 0; b < shape.Batch; b++)
            {
                long at = (b * shape.Channels) + channel;
                T g = T.LoadPartial(dy + at, count);
                sum += g;
                dot = T.MultiplyAdd(g, T.LoadPartial(x + at, count) - average, dot);
            }

            float* results = stackalloc float[2 * T.Count];
            sum.Store(results);
            dot.Store(results + T.Count);
            for (int i = 0; i < count; i++)
            {
                Save(channel + i, results[i], results[T.Count + i]);
            }
        }

        /// <summary>sum and dot are the sums of dy and of dy (x - mean) over the channel.</summary>
        private void Save(long channel, double sum, double dot)
        {
            double r = rstd[channel];
            if (dWeight != null)
            {
                dWeight[channel] = (float)(dot * r);
            }

            if (dBias != null)
            {
                dBias[channel] = (float)sum;
            }

            double scale = r * (weight == null ? 1 : weight[channel]);
            coefficients[channel] = (float)scale;
            coefficients[shape.Channels + channel] = training ? (float)(-scale * r * r * dot / shape.Count) : 0;
            coefficients[(2 * shape.Channels) + channel] = training ? (float)(-scale * sum / shape.Count) : 0;
        }
    }

    private readonly struct ApplyPlanesKernel(float* x, float* mean, float* scale, float* offset, float* y, long channels, long spatial)
        : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long plane = start; plane < end; plane++)
            {
                long c = plane % channels;
                Plane<T>(x + (plane * spatial), mean[c], scale[c], offset[c], y + (plane * spatial), spatial);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Plane<T>(float* x, float mean, float scale, float offset, float* y, long n)
            where T : struct, ILanes<T>
        {
            T m = T.Broadcast(mean), s = T.Broadcast(scale), o = T.Broadcast(offset);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T.MultiplyAdd(T.Load(x + i) - m, s, o).Store(y + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T.MultiplyAdd(T.LoadPartial(x + i, rest) - m, s, o).StorePartial(y + i, rest);
            }
        }
    }

    private readonly struct ApplyRowsKernel(float* x, float* mean, float* scale, float* offset, float* y, long n) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                for (long i = 0; i < n; i += T.Count)
                {
                    int count = (int)Math.Min(T.Count, n - i);
                    T difference = T.LoadPartial(x + (r * n) + i, count) - T.LoadPartial(mean + i, count);
                    T.MultiplyAdd(difference, T.LoadPartial(scale + i, count), T.LoadPartial(offset + i, count))
                        .StorePartial(y + (r * n) + i, count);
                }
            }
        }
    }

    /// <summary>coefficients holds scale, slope and offset, each (channels).</summary>
    private readonly struct InputPlanesKernel(
        float* x, float* dy, float* mean, float* coefficients, float* dx, long channels, long spatial) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long plane = start; plane < end; plane++)
            {
                long c = plane % channels;
                long at = plane * spatial;
                float* own = coefficients + c;
                Plane<T>(x + at, dy + at, mean[c], own[0], own[channels], own[2 * channels], dx + at, spatial);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Plane<T>(float* x, float* dy, float mean, float scale, float slope, float offset, float* dx, long n)
            where T : struct, ILanes<T>
        {
            T m = T.Broadcast(mean), s = T.Broadcast(scale), k = T.Broadcast(slope), o = T.Broadcast(offset);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T.MultiplyAdd(T.Load(dy + i), s, T.MultiplyAdd(T.Load(x + i) - m, k, o)).Store(dx + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T.MultiplyAdd(T.LoadPartial(dy + i, rest), s, T.MultiplyAdd(T.LoadPartial(x + i, rest) - m, k, o))
                    .StorePartial(dx + i, rest);
            }
        }
    }

    private readonly struct InputRowsKernel(float* x, float* dy, float* mean, float* coefficients, float* dx, long n) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* slope = coefficients + n;
            float* offset = slope + n;
            for (long r = start; r < end; r++)
            {
                for (long i = 0; i < n; i += T.Count)
                {
                    int count = (int)Math.Min(T.Count, n - i);
                    long at = (r * n) + i;
                    T difference = T.LoadPartial(x + at, count) - T.LoadPartial(mean + i, count);
                    T correction = T.MultiplyAdd(difference, T.LoadPartial(slope + i, count), T.LoadPartial(offset + i, count));
                    T.MultiplyAdd(T.LoadPartial(dy + at, count), T.LoadPartial(coefficients + i, count), correction)
                        .StorePartial(dx + at, count);
                }
            }
        }
    }
}
