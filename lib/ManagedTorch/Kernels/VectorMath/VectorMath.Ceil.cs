using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Smallest integer not below x.</summary>
    internal static void Ceil(float* x, float* y, long n) => UnaryKernel<CeilOperator>.Run(x, y, n);

    internal static void Ceil(double* x, double* y, long n) => UnaryKernel<CeilOperator>.Run(x, y, n);

    private readonly struct CeilOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Ceiling(x);

        public static double Apply(double x) => Math.Ceiling(x);
    }
}
