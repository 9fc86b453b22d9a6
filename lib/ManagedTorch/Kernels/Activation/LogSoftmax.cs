using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>The logarithm of the softmax over each row: x - max - log sum e^(x - max).</summary>
internal static unsafe class LogSoftmax
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
                sum += Math.Exp(x[i] - max);
            }

            double log = Math.Log(sum);
            for (long i = 0; i < n; i++)
            {
                y[i] = x[i] - max - log;
            }
        }
    }

    /// <summary>dx = dy - e^y sum(dy) from the output y; all (rows, n).</summary>
    internal static void Backward(float* y, float* dy, float* dx, long rows, long n) =>
        RangeKernel.OverRows(new BackwardKernel(y, dy, dx, n), rows, n);

    internal static void Backward(double* y, double* dy, double* dx, long rows, long n)
    {
        for (long r = 0; r < rows; r++, y += n, dy += n, dx += n)
        {
            double sum = Reduce.Sum(dy, n);
            for (long i = 0; i < n; i++)
            {
                dx[i] = dy[i] - (Math.Exp(y[i]) * sum);
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
            float largest = RowMath.Largest<T>(x, n);
            T log = T.Broadcast(MathF.Log(RowMath.SumExp<T>(x, n, largest)));
            T max = T.Broadcast(largest);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(x + i) - max - log).Store(y + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (T.LoadPartial(x + i, rest) - max - log).StorePartial(y + i, rest);
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
            T sum = T.Broadcast(RowMath.Sum<T>(dy, n));
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(dy + i) - (LaneMath.Exp(T.Load(y + i)) * sum)).Store(dx + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (T.LoadPartial(dy + i, rest) - (LaneMath.Exp(T.LoadPartial(y + i, rest)) * sum)).StorePartial(dx + i, rest);
            }
        }
    }
}
