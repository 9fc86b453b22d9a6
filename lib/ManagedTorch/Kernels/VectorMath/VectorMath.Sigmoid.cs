using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>1 / (1 + e^-x).</summary>
    internal static void Sigmoid(float* x, float* y, long n) => UnaryKernel<SigmoidOperator>.Run(x, y, n);

    internal static void Sigmoid(double* x, double* y, long n) => UnaryKernel<SigmoidOperator>.Run(x, y, n);

    private readonly struct SigmoidOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Sigmoid(x);

        public static double Apply(double x) => 1 / (1 + Math.Exp(-x));
    }
}
