using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Square root.</summary>
    internal static void Sqrt(float* x, float* y, long n) => UnaryKernel<SqrtOperator>.Run(x, y, n);

    internal static void Sqrt(double* x, double* y, long n) => UnaryKernel<SqrtOperator>.Run(x, y, n);

    private readonly struct SqrtOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Sqrt(x);

        public static double Apply(double x) => Math.Sqrt(x);
    }
}
