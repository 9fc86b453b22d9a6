using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// C (m,n) = A (m,k) B^T [+ addend] for few rows of A, as in a linear layer on one example: packing B (n,k) would cost more
/// than the product, so each element is a dot product of two rows.
/// </summary>
internal readonly unsafe struct DotProducts(
    int m, int n, int k, float* a, nint strideA, float* b, nint strideB, float* c, nint strideC, float* addend, nint addendStride)
    : IRangeKernel
{
    /// <summary>From more rows on packing pays.</summary>
    internal const int MostRows = 4;

    /// <summary>Multiply-adds worth handing to another thread.</summary>
    private const long WorkPerChunk = 128 * 1024;

    /// <summary>Columns computed together, so that several sums are under way.</summary>
    private const int Group = 4;

    internal void Run() => RangeKernel.Over(this, n, Math.Max(1, WorkPerChunk / ((long)m * k) / Group) * Group);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        float* sums = stackalloc float[Group];
        for (long column = start; column < end; column += Group)
        {
            // At the end of the range the last column stands in for those that are missing.
            float* b0 = b + column * strideB;
            float* b1 = b + Math.Min(column + 1, end - 1) * strideB;
            float* b2 = b + Math.Min(column + 2, end - 1) * strideB;
            float* b3 = b + Math.Min(column + 3, end - 1) * strideB;
            int count = (int)Math.Min(Group, end - column);
            for (int row = 0; row < m; row++)
            {
                Four<T>(a + row * strideA, b0, b1, b2, b3, k, sums);
                float* target = c + row * strideC + column;
                float* added = addend + row * addendStride + column;
                for (int i = 0; i < count; i++)
                {
                    target[i] = addend == null ? sums[i] : sums[i] + added[i];
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Four<T>(float* a, float* b0, float* b1, float* b2, float* b3, int k, float* sums)
        where T : struct, ILanes<T>
    {
        T sum0 = default, sum1 = default, sum2 = default, sum3 = default;
        int at = 0;
        for (; at <= k - T.Count; at += T.Count)
        {
            T x = T.Load(a + at);
            sum0 = T.MultiplyAdd(x, T.Load(b0 + at), sum0);
            sum1 = T.MultiplyAdd(x, T.Load(b1 + at), sum1);
            sum2 = T.MultiplyAdd(x, T.Load(b2 + at), sum2);
            sum3 = T.MultiplyAdd(x, T.Load(b3 + at), sum3);
        }

        int rest = k - at;
        if (rest > 0)
        {
            T x = T.LoadPartial(a + at, rest);
            sum0 = T.MultiplyAdd(x, T.LoadPartial(b0 + at, rest), sum0);
            sum1 = T.MultiplyAdd(x, T.LoadPartial(b1 + at, rest), sum1);
            sum2 = T.MultiplyAdd(x, T.LoadPartial(b2 + at, rest), sum2);
            sum3 = T.MultiplyAdd(x, T.LoadPartial(b3 + at, rest), sum3);
        }

        sums[0] = T.Sum(sum0);
        sums[1] = T.Sum(sum1);
        sums[2] = T.Sum(sum2);
        sums[3] = T.Sum(sum3);
    }
}
