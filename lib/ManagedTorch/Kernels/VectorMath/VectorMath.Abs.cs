using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Absolute value.</summary>
    internal static void Abs(float* x, float* y, long n) => UnaryKernel<AbsOperator>.Run(x, y, n);

    internal static void Abs(double* x, double* y, long n) => UnaryKernel<AbsOperator>.Run(x, y, n);

    private readonly struct AbsOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Abs(x);

        public static double Apply(double x) => Math.Abs(x);
    }
}
