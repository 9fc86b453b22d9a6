using System.Numerics.Tensors;
using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Cosine of an angle in radians.</summary>
    internal static void Cos(float* x, float* y, long n) => RangeKernel.OverElements(new CosKernel(x, y), n);

    internal static void Cos(double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = Math.Cos(x[i]);
        }
    }

    private readonly struct CosKernel(float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            int n = checked((int)(end - start));
            TensorPrimitives.Cos(new ReadOnlySpan<float>(x + start, n), new Span<float>(y + start, n));
        }
    }
}
