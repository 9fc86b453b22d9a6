using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Reductions. The order of additions depends on the sizes only, never on the number of threads.</summary>
internal static unsafe partial class Reduce
{
    private const long SumChunk = 16 * 1024;

    /// <summary>The sum of n numbers.</summary>
    internal static float Sum(float* x, long n)
    {
        long chunks = (n + SumChunk - 1) / SumChunk;
        using Scratch scratch = Scratch.Rent(chunks);
        float* partial = scratch.Pointer;
        RangeKernel.Over(new SumKernel(x, partial), n, SumChunk);
        double sum = 0;
        for (long i = 0; i < chunks; i++)
        {
            sum += partial[i];
        }

        return (float)sum;
    }

    internal static double Sum(double* x, long n)
    {
        if (n <= 128)
        {
            double sum = 0;
            for (long i = 0; i < n; i++)
            {
                sum += x[i];
            }

            return sum;
        }

        long half = n / 2;
        return Sum(x, half) + Sum(x + half, n - half);
    }

    private readonly struct SumKernel(float* x, float* partial) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T> => partial[start / SumChunk] = RowMath.Sum<T>(x + start, end - start);
    }
}
