using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Nearest integer, halves to even.</summary>
    internal static void Round(float* x, float* y, long n) => UnaryKernel<RoundOperator>.Run(x, y, n);

    internal static void Round(double* x, double* y, long n) => UnaryKernel<RoundOperator>.Run(x, y, n);

    private readonly struct RoundOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Round(x);

        public static double Apply(double x) => Math.Round(x, MidpointRounding.ToEven);
    }
}
