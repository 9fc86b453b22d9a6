using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Hyperbolic tangent.</summary>
    internal static void Tanh(float* x, float* y, long n) => UnaryKernel<TanhOperator>.Run(x, y, n);

    internal static void Tanh(double* x, double* y, long n) => UnaryKernel<TanhOperator>.Run(x, y, n);

    /// <summary>dx = dy (1 - y²).</summary>
    internal static void TanhBackward(float* dy, float* y, float* dx, long n) => BinaryKernel<TanhSlope>.Run(dy, y, dx, n);

    internal static void TanhBackward(double* dy, double* y, double* dx, long n) => BinaryKernel<TanhSlope>.Run(dy, y, dx, n);

    private readonly struct TanhOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Tanh(x);

        public static double Apply(double x) => Math.Tanh(x);
    }

    private readonly struct TanhSlope : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T dy, T y)
            where T : struct, ILanes<T> => dy * (T.Broadcast(1f) - (y * y));

        public static double Apply(double dy, double y) => dy * (1 - (y * y));
    }
}
