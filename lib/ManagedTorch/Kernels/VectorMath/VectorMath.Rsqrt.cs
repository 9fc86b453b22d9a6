using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>1 / sqrt(x).</summary>
    internal static void Rsqrt(float* x, float* y, long n) => UnaryKernel<RsqrtOperator>.Run(x, y, n);

    internal static void Rsqrt(double* x, double* y, long n) => UnaryKernel<RsqrtOperator>.Run(x, y, n);

    private readonly struct RsqrtOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Broadcast(1f) / T.Sqrt(x);

        public static double Apply(double x) => 1 / Math.Sqrt(x);
    }
}
