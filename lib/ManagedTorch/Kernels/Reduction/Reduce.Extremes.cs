using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Reduce
{
    /// <summary>
    /// The largest value of each row of x (rows, n) and the index of its first occurrence; NaN counts as largest. index may be null.
    /// </summary>
    internal static void MaxRows(float* x, long rows, long n, float* y, long* index) => Extremes(x, rows, n, y, index, sign: 1);

    /// <summary>
    /// The smallest value of each row of x (rows, n) and the index of its first occurrence; NaN counts as smallest. index may be null.
    /// </summary>
    internal static void MinRows(float* x, long rows, long n, float* y, long* index) => Extremes(x, rows, n, y, index, sign: -1);

    private static void Extremes(float* x, long rows, long n, float* y, long* index, float sign)
    {
        if (n <= 0 && rows > 0)
        {
            throw new ArgumentException("The maximum or minimum of an empty row does not exist; give each row at least one element.");
        }

        RangeKernel.OverRows(new ExtremesKernel(x, n, y, index, sign), rows, n);
    }

    /// <summary>The maximum of sign * x.</summary>
    private readonly struct ExtremesKernel(float* x, long n, float* y, long* index, float sign) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                float* row = x + (r * n);
                float best = Extreme<T>(row, n, sign);
                y[r] = best;
                if (index != null)
                {
                    index[r] = FirstOccurrence<T>(row, n, best);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static float Extreme<T>(float* x, long n, float sign)
            where T : struct, ILanes<T>
        {
            T factor = T.Broadcast(sign);
            T best = T.Broadcast(float.NegativeInfinity);
            T ordered = T.Equal(default, default); // lanes that have seen no NaN
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T value = T.Load(x + i);
                best = T.MaxNumber(best, value * factor);
                ordered &= T.Equal(value, value);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T value = T.Select(T.FirstLanes(rest), T.LoadPartial(x + i, rest), best * factor);
                best = T.MaxNumber(best, value * factor);
                ordered &= T.Equal(value, value);
            }

            return T.All(ordered) ? T.Largest(best) * sign : float.NaN;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static long FirstOccurrence<T>(float* x, long n, float value)
            where T : struct, ILanes<T>
        {
            long i = 0;
            T wanted = T.Broadcast(value);
            while (i <= n - T.Count && !T.Any(T.Equal(T.Load(x + i), wanted)))
            {
                // NaN equals nothing, so a row that holds one takes the scalar search below from its start.
                if (float.IsNaN(value))
                {
                    break;
                }

                i += T.Count;
            }

            while (x[i] != value && !(float.IsNaN(value) && float.IsNaN(x[i])))
            {
                i++;
            }

            return i;
        }
    }
}
