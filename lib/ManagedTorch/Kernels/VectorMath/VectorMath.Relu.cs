using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>max(x, 0); NaN stays NaN.</summary>
    internal static void Relu(float* x, float* y, long n) => UnaryKernel<ReluOperator>.Run(x, y, n);

    internal static void Relu(double* x, double* y, long n) => UnaryKernel<ReluOperator>.Run(x, y, n);

    /// <summary>dx = 0 where y is 0, else dy; so where y is NaN too.</summary>
    internal static void ReluBackward(float* dy, float* y, float* dx, long n) => BinaryKernel<ReluSlope>.Run(dy, y, dx, n);

    internal static void ReluBackward(double* dy, double* y, double* dx, long n) => BinaryKernel<ReluSlope>.Run(dy, y, dx, n);

    private readonly struct ReluOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Select(T.LessThan(x, T.Broadcast(0f)), T.Broadcast(0f), x);

        public static double Apply(double x) => x < 0 ? 0 : x;
    }

    private readonly struct ReluSlope : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T dy, T y)
            where T : struct, ILanes<T> => T.Select(T.NotEqual(y, T.Broadcast(0f)), dy, T.Broadcast(0f));

        public static double Apply(double dy, double y) => y == 0 ? 0 : dy;
    }
}
