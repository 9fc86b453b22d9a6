using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Sine of an angle in radians.</summary>
    internal static void Sin(float* x, float* y, long n) => RangeKernel.OverElements(new SinKernel(x, y), n);

    internal static void Sin(double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = Math.Sin(x[i]);
        }
    }

    private readonly struct SinKernel(float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            int n = checked((int)(end - start));
            TensorPrimitives.Sin(new ReadOnlySpan<float>(x + start, n), new Span<float>(y + start, n));
        }
    }
}
