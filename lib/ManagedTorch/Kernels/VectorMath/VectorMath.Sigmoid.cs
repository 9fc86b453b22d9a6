using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>1 / (1 + e^-x).</summary>
    internal static void Sigmoid(float* x, float* y, long n) => UnaryKernel<SigmoidOperator>.Run(x, y, n);

    internal static void Sigmoid(double* x, double* y, long n) => UnaryKernel<SigmoidOperator>.Run(x, y, n);

    /// <summary>dx = dy y (1 - y).</summary>
    internal static void SigmoidBackward(float* dy, float* y, float* dx, long n) => BinaryKernel<SigmoidSlope>.Run(dy, y, dx, n);

    internal static void SigmoidBackward(double* dy, double* y, double* dx, long n) => BinaryKernel<SigmoidSlope>.Run(dy, y, dx, n);

    private readonly struct SigmoidOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Sigmoid(x);

        public static double Apply(double x) => 1 / (1 + Math.Exp(-x));
    }

    private readonly struct SigmoidSlope : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T dy, T y)
            where T : struct, ILanes<T> => dy * y * (T.Broadcast(1f) - y);

        public static double Apply(double dy, double y) => dy * y * (1 - y);
    }
}
