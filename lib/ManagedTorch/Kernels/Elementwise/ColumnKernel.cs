using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y[r, i] = operator(x[r, i], column[r]): one value for each row. x and y may be the same memory.</summary>
internal readonly unsafe struct ColumnKernel<TOperator>(float* x, float* column, float* y, long width) : IRangeKernel
    where TOperator : struct, IBinaryOperator
{
    internal static void Run(float* x, float* column, float* y, long rows, long n) =>
        RangeKernel.OverRows(new ColumnKernel<TOperator>(x, column, y, n), rows, n);

    internal static void Run(double* x, double* column, double* y, long rows, long n)
    {
        for (long r = 0; r < rows; r++)
        {
            ScalarKernel<TOperator>.Run(x + (r * n), column[r], y + (r * n), n);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
   public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        long n = width;
        for (long r = start; r < end; r++)
        {
            float* left = x + (r * n);
            float* destination = y + (r * n);
            T right = T.Broadcast(column[r]);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                TOperator.Apply(T.Load(left + i), right).Store(destination + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                TOperator.Apply(T.LoadPartial(left + i, rest), right).StorePartial(destination + i, rest);
            }
        }
    }
}
