using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>ln(1 + x), accurate near 0.</summary>
    internal static void Log1p(float* x, float* y, long n) => RangeKernel.OverElements(new Log1pKernel(x, y), n);

    internal static void Log1p(double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = DoubleMath.Log1p(x[i]);
        }
    }

    private readonly struct Log1pKernel(float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long i = start; i < end; i++)
            {
                y[i] = (float)(DoubleMath.Log1p(x[i]));
            }
        }
    }
}
