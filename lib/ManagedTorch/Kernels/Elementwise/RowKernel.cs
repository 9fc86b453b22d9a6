using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y[r, i] = operator(x[r, i], row[i]): one row broadcast over all rows. x and y may be the same memory.</summary>
internal readonly unsafe struct RowKernel<TOperator>(float* x, float* row, float* y, long width) : IRangeKernel
    where TOperator : struct, IBinaryOperator
{
    internal static void Run(float* x, float* row, float* y, long rows, long n) =>
        RangeKernel.OverRows(new RowKernel<TOperator>(x, row, y, n), rows, n);

    internal static void Run(double* x, double* row, double* y, long rows, long n)
    {
        for (long r = 0; r < rows; r++)
        {
            BinaryKernel<TOperator>.Run(x + (r * n), row, y + (r * n), n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
   public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        long n = width;
        float* right = row;
        for (long r = start; r < end; r++)
        {
            float* left = x + (r * n);
            float* destination = y + (r * n);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                TOperator.Apply(T.Load(left + i), T.Load(right + i)).Store(destination + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                TOperator.Apply(T.LoadPartial(left + i, rest), T.LoadPartial(right + i, rest)).StorePartial(destination + i, rest);
            }
        }
    }
}
