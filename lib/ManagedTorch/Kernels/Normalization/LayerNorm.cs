using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Layer normalisation over each row (Ba, Kiros and Hinton, 2016).</summary>
internal static unsafe class LayerNorm
{
    /// <summary>
    /// y = (x - mean) rstd weight + bias for x (rows, n), with the biased variance. weight, bias (n) may be null; mean and
    /// rstd (rows) are written for the backward pass.
    /// </summary>
    internal static void Forward(
        float* x, float* weight, float* bias, float* y, float* mean, float* rstd, long rows, long n, float eps) =>
        RangeKernel.OverRows(new ForwardKernel(x, weight, bias, y, mean, rstd, n, eps), rows, n);

    /// <summary>
    /// dx (rows, n), dWeight and dBias (n) are overwritten; any of them may be null. weight may be null. dx may be dy.
    /// </summary>
    internal static void Backward(
        float* x, float* weight, float* dy, float* mean, float* rstd, float* dx, float* dWeight, float* dBias, long rows, long n)
    {
        if (n <= 0)
        {
            return;
        }

        // Each chunk of rows sums its part of the two parameter gradients side by side in one row of the scratch.
        long grain = Reduce.RowsPerPartialSum(rows, n);
        long chunks = (rows + grain - 1) / grain;
        bool parameters = dWeight != null || dBias != null;
        using Scratch scratch = Scratch.Rent(parameters ? chunks * 2 * n : 0);
        float* partial = parameters ? scratch.Pointer : null;
        RangeKernel.Over(new BackwardKernel(x, weight, dy, mean, rstd, dx, partial, n, grain), rows, grain);
        if (dWeight != null)
        {
            Reduce.CombinePartialSums(partial, chunks, 2 * n, n, dWeight, accumulate: false);
        }

        if (dBias != null)
        {
            Reduce.CombinePartialSums(partial + n, chunks, 2 * n, n, dBias, accumulate: false);
        }
    }

    private readonly struct ForwardKernel(
        float* x, float* weight, float* bias, float* y, float* mean, float* rstd, long n, float eps) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                Row<T>(x + (r * n), weight, bias, y + (r * n), mean + r, rstd + r, n, eps);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Row<T>(float* x, float* weight, float* bias, float* y, float* mean, float* rstd, long n, float eps)
            where T : struct, ILanes<T>
        {
            float average = RowMath.Sum<T>(x, n) / n;
            float scale = 1f / MathF.Sqrt((RowMath.SumSquaredDifferences<T>(x, n, average) / n) + eps);
            *mean = average;
            *rstd = scale;
            T m = T.Broadcast(average);
            T s = T.Broadcast(scale);
            long full = n - (n % T.Count);
            int rest = (int)(n - full);
            if (weight != null && bias != null)
            {
                for (long i = 0; i < full; i += T.Count)
                {
                    T.MultiplyAdd((T.Load(x + i) - m) * s, T.Load(weight + i), T.Load(bias + i)).Store(y + i);
                }
            }
            else
            {
                for (long i = 0; i < full; i += T.Count)
                {
                    T normalised = (T.Load(x + i) - m) * s;
                    normalised = weight == null ? normalised : normalised * T.Load(weight + i);
                    normalised = bias == null ? normalised : normalised + T.Load(bias + i);
                    normalised.Store(y + i);
                }
            }

            if (rest > 0)
            {
                T w = weight == null ? T.Broadcast(1f) : T.LoadPartial(weight + full, rest);
                T b = bias == null ? default : T.LoadPartial(bias + full, rest);
                T.MultiplyAdd((T.LoadPartial(x + full, rest) - m) * s, w, b).StorePartial(y + full, rest);
            }
        }
    }

    private readonly struct BackwardKernel(
        float* x, float* weight, float* dy, float* mean, float* rstd, float* dx, float* partial, long n, long grain) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* dWeight = null;
            if (partial != null)
            {
                dWeight = partial + (start / grain * 2 * n);
                new Span<float>(dWeight, checked((int)(2 * n))).Clear();
            }

            for (long r = start; r < end; r++)
            {
                float* input = x + (r * n);
                float* upstream = dy + (r * n);
                if (dWeight != null)
                {
                    Parameters<T>(input, upstream, mean[r], rstd[r], dWeight, dWeight + n, n);
                }

                if (dx != null)
                {
                    Input<T>(input, weight, upstream, mean[r], rstd[r], dx + (r * n), n);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Parameters<T>(float* x, float* dy, float mean, float rstd, float* dWeight, float* dBias, long n)
            where T : struct, ILanes<T>
        {
            T m = T.Broadcast(mean);
            T s = T.Broadcast(rstd);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T g = T.Load(dy + i);
                T.MultiplyAdd(g, (T.Load(x + i) - m) * s, T.Load(dWeight + i)).Store(dWeight + i);
                (g + T.Load(dBias + i)).Store(dBias + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T g = T.LoadPartial(dy + i, rest);
                T.MultiplyAdd(g, (T.LoadPartial(x + i, rest) - m) * s, T.LoadPartial(dWeight + i, rest)).StorePartial(dWeight + i, rest);
                (g + T.LoadPartial(dBias + i, rest)).StorePartial(dBias + i, rest);
            }
        }

        /// <summary>dx = rstd (g - mean(g) - xhat mean(g xhat)), with g = dy weight and xhat the normalised input.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Input<T>(float* x, float* weight, float* dy, float mean, float rstd, float* dx, long n)
            where T : struct, ILanes<T>
        {
            T m = T.Broadcast(mean);
            T s = T.Broadcast(rstd);
            T one = T.Broadcast(1f);
            long full = n - (n % T.Count);
            int rest = (int)(n - full);
            T sum = default, dot = default;
            for (long i = 0; i < full; i += T.Count)
            {
                T g = T.Load(dy + i) * (weight == null ? one : T.Load(weight + i));
                sum += g;
                dot = T.MultiplyAdd(g, (T.Load(x + i) - m) * s, dot);
            }

            if (rest > 0)
            {
                T g = T.LoadPartial(dy + full, rest) * (weight == null ? one : T.LoadPartial(weight + full, rest));
                sum += g;
                dot = T.MultiplyAdd(g, (T.LoadPartial(x + full, rest) - m) * s, dot);
            }

            T a = T.Broadcast(T.Sum(sum) / n);
            T b = T.Broadcast(T.Sum(dot) / n);
            for (long i = 0; i < full; i += T.Count)
            {
                T g = T.Load(dy + i) * (weight == null ? one : T.Load(weight + i));
                T normalised = (T.Load(x + i) - m) * s;
                (s * (g - a - (normalised * b))).Store(dx + i);
            }

            if (rest > 0)
            {
                T g = T.LoadPartial(dy + full, rest) * (weight == null ? one : T.LoadPartial(weight + full, rest));
                T normalised = (T.LoadPartial(x + full, rest) - m) * s;
                (s * (g - a - (normalised * b))).StorePartial(dx + full, rest);
            }
        }
    }
}
