using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>-x.</summary>
    internal static void Neg(float* x, float* y, long n) => UnaryKernel<NegOperator>.Run(x, y, n);

    internal static void Neg(double* x, double* y, long n) => UnaryKernel<NegOperator>.Run(x, y, n);

    private readonly struct NegOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => -x;

        public static double Apply(double x) => -x;
    }
}
