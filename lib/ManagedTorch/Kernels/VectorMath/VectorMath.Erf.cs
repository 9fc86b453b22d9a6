using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>The error function.</summary>
    internal static void Erf(float* x, float* y, long n) => UnaryKernel<ErfOperator>.Run(x, y, n);

    internal static void Erf(double* x, double* y, long n) => UnaryKernel<ErfOperator>.Run(x, y, n);

    private readonly struct ErfOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Erf(x);

        public static double Apply(double x) => DoubleMath.Erf(x);
    }
}
