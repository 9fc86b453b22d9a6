using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Softmax over each row: e^x / sum e^x, shifted by the row's maximum.</summary>
internal static unsafe class Softmax
{
    /// <summary>x and y (rows, n), which may be the same memory.</summary>
    internal static void Forward(float* x, float* y, long rows, long n) =>
        RangeKernel.OverRows(new ForwardKernel(x, y, n), rows, n);

    internal static void Forward(double* x, double* y, long rows, long n)
    {
        for (long r = 0; r < rows; r++, x += n, y += n)
        {
            double max = double.NegativeInfinity;
            for (long i = 0; i < n; i++)
            {
                max = Math.Max(max, x[i]);
            }

            double sum = 0;
            for (long i = 0; i < n; i++)
            {
                y[i] = Math.Exp(x[i] - max);
                sum += y[i];
            }

            for (long i = 0; i < n; i++)
            {
                y[i] /= sum;
            }
        }
    }

    /// <summary>dx = y (dy - sum(y dy)) from the output y; all (rows, n).</summary>
    internal static void Backward(float* y, float* dy, float* dx, long rows, long n) =>
        RangeKernel.OverRows(new BackwardKernel(y, dy, dx, n), rows, n);

    internal static void Backward(double* y, double* dy, double* dx, long rows, long n)
    {
        for (long r = 0; r < rows; r++, y += n, dy += n, dx += n)
        {
            double dot = 0;
            for (long i = 0; i < n; i++)
            {
                dot += y[i] * dy[i];
            }

            for (long i = 0; i < n; i++)
            {
                dx[i] = y[i] * (dy[i] - dot);
            }
        }
    }

    private readonly struct ForwardKernel(float* x, float* y, long n) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                Row<T>(x + (r * n), y + (r * n), n);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Row<T>(float* x, float* y, long n)
            where T : struct, ILanes<T>
        {
            long full = n - (n % T.Count);
            int rest = (int)(n - full);
            T max = T.Broadcast(RowMath.Largest<T>(x, n));
            T sum = default;
            for (long i = 0; i < full; i += T.Count)
            {
                T e = LaneMath.Exp(T.Load(x + i) - max);
                sum += e;
                e.Store(y + i);
            }

            T last = default;
            if (rest > 0)
            {
                last = LaneMath.Exp(T.LoadPartial(x + full, rest) - max) & T.FirstLanes(rest);
                sum += last;
            }

            T scale = T.Broadcast(1f / T.Sum(sum));
            for (long i = 0; i < full; i += T.Count)
            {
                (T.Load(y + i) * scale).Store(y + i);
            }

            if (rest > 0)
            {
                (last * scale).StorePartial(y + full, rest);
            }
        }
    }

    private readonly struct BackwardKernel(float* y, float* dy, float* dx, long n) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                Row<T>(y + (r * n), dy + (r * n), dx + (r * n), n);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Row<T>(float* y, float* dy, float* dx, long n)
            where T : struct, ILanes<T>
        {
            long full = n - (n % T.Count);
            int rest = (int)(n - full);
            T sum = default;
            for (long i = 0; i < full; i += T.Count)
            {
                sum = T.MultiplyAdd(T.Load(y + i), T.Load(dy + i), sum);
            }

            if (rest > 0)
            {
                sum = T.MultiplyAdd(T.LoadPartial(y + full, rest), T.LoadPartial(dy + full, rest), sum);
            }

            T dot = T.Broadcast(T.Sum(sum));
            for (long i = 0; i < full; i += T.Count)
            {
                (T.Load(y + i) * (T.Load(dy + i) - dot)).Store(dx + i);
            }

            if (rest > 0)
            {
                (T.LoadPartial(y + full, rest) * (T.LoadPartial(dy + full, rest) - dot)).StorePartial(dx + full, rest);
            }
        }
    }
}
