using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>The smaller value; NaN if either is NaN.</summary>
    internal static void Minimum(float* a, float* b, float* y, long n) => BinaryKernel<MinimumOperator>.Run(a, b, y, n);

    internal static void Minimum(double* a, double* b, double* y, long n) => BinaryKernel<MinimumOperator>.Run(a, b, y, n);

    internal static void MinimumScalar(float* a, float b, float* y, long n) => ScalarKernel<MinimumOperator>.Run(a, b, y, n);

    internal static void MinimumScalar(double* a, double b, double* y, long n) => ScalarKernel<MinimumOperator>.Run(a, b, y, n);

    private readonly struct MinimumOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => T.Min(a, b);

        public static double Apply(double a, double b) => Math.Min(a, b);
    }
}
