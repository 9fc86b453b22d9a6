using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Reduce
{
    /// <summary>y[i] = (or += when accumulating) the sum of column i of x (rows, n).</summary>
    internal static void SumColumns(float* x, long rows, long n, float* y, bool accumulate)
    {
        if (n <= 0)
        {
            return;
        }

        long grain = RowsPerPartialSum(rows, n);
        long chunks = (rows + grain - 1) / grain;
        using Scratch scratch = Scratch.Rent(chunks * n);
        RangeKernel.Over(new SumColumnsKernel(x, n, grain, scratch.Pointer), rows, grain);
        CombinePartialSums(scratch.Pointer, chunks, n, n, y, accumulate);
    }

    internal static void SumColumns(double* x, long rows, long n, double* y, bool accumulate)
    {
        for (long i = 0; i < n; i++)
        {
            double sum = accumulate ? y[i] : 0;
            for (long r = 0; r < rows; r++)
            {
                sum += x[(r * n) + i];
            }

            y[i] = sum;
        }
    }

    /// <summary>Rows for each partial sum of a reduction over rows: enough work for a chunk, at most 64 chunks.</summary>
    internal static long RowsPerPartialSum(long rows, long n) =>
        Math.Max(2 * RangeKernel.RowsPerChunk(n), (rows + 63) / 64);

    /// <summary>y[i] = (or +=) the sum over chunks of partial[chunk, i], rows of the partial sums being stride apart.</summary>
    internal static void CombinePartialSums(float* partial, long chunks, long stride, long n, float* y, bool accumulate)
    {
        if (!accumulate)
        {
            new Span<float>(y, checked((int)n)).Clear();
        }

        for (long chunk = 0; chunk < chunks; chunk++)
        {
            Arithmetic.Add(y, partial + (chunk * stride), y, n);
        }
    }

    private readonly struct SumColumnsKernel(float* x, long n, long grain, float* partial) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* sums = partial + (start / grain * n);
            new Span<float>(sums, checked((int)n)).Clear();
            long r = start;
            for (; r <= end - 4; r += 4)
            {
                AddFourRows<T>(x + (r * n), n, sums);
            }

            for (; r < end; r++)
            {
                AddOneRow<T>(x + (r * n), n, sums);
            }
        }

        /// <summary>Four rows at a time, so that the sums are read and written once for four rows read.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddFourRows<T>(float* a, long n, float* sums)
            where T : struct, ILanes<T>
        {
            float* b = a + n;
            float* c = b + n;
            float* d = c + n;
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(sums + i) + ((T.Load(a + i) + T.Load(b + i)) + (T.Load(c + i) + T.Load(d + i)))).Store(sums + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T pair = T.LoadPartial(a + i, rest) + T.LoadPartial(b + i, rest);
                T other = T.LoadPartial(c + i, rest) + T.LoadPartial(d + i, rest);
                (T.LoadPartial(sums + i, rest) + (pair + other)).StorePartial(sums + i, rest);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void AddOneRow<T>(float* a, long n, float* sums)
            where T : struct, ILanes<T>
        {
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(sums + i) + T.Load(a + i)).Store(sums + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (T.LoadPartial(sums + i, rest) + T.LoadPartial(a + i, rest)).StorePartial(sums + i, rest);
            }
        }
    }
}
