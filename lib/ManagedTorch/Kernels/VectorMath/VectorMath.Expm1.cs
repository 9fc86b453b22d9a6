using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>e^x - 1, accurate near 0.</summary>
    internal static void Expm1(float* x, float* y, long n) => RangeKernel.OverElements(new Expm1Kernel(x, y), n);

    internal static void Expm1(double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = DoubleMath.Expm1(x[i]);
        }
    }

    private readonly struct Expm1Kernel(float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long i = start; i < end; i++)
            {
                y[i] = (float)(DoubleMath.Expm1(x[i]));
            }
        }
    }
}
