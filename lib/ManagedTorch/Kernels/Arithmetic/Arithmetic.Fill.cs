using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>y[i] = value.</summary>
    internal static void Fill(float* y, float value, long n) => RangeKernel.OverElements(new FillKernel(y, value), n);

    internal static void Fill(double* y, double value, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = value;
        }
    }

    private readonly struct FillKernel(float* y, float value) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T> => new Span<float>(y + start, checked((int)(end - start))).Fill(value);
    }
}
