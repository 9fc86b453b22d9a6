using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Hyperbolic tangent.</summary>
    internal static void Tanh(float* x, float* y, long n) => UnaryKernel<TanhOperator>.Run(x, y, n);

    internal static void Tanh(double* x, double* y, long n) => UnaryKernel<TanhOperator>.Run(x, y, n);

    private readonly struct TanhOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Tanh(x);

        public static double Apply(double x) => Math.Tanh(x);
    }
}
