using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Reduce
{
    /// <summary>y[r] = the sum of row r of x (rows, n).</summary>
    internal static void SumRows(float* x, long rows, long n, float* y)
    {
        if (n <= SumChunk)
        {
            RangeKernel.OverRows(new SumRowsKernel(x, n, y), rows, n);
            return;
        }

        for (long r = 0; r < rows; r++)
        {
            y[r] = Sum(x + (r * n), n);
        }
    }

    internal static void SumRows(double* x, long rows, long n, double* y)
    {
        for (long r = 0; r < rows; r++)
        {
            y[r] = Sum(x + (r * n), n);
        }
    }

    private readonly struct SumRowsKernel(float* x, long n, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                y[r] = RowMath.Sum<T>(x + (r * n), n);
            }
        }
    }
}
