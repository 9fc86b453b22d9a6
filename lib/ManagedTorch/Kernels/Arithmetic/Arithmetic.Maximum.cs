using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>The larger value; NaN if either is NaN.</summary>
    internal static void Maximum(float* a, float* b, float* y, long n) => BinaryKernel<MaximumOperator>.Run(a, b, y, n);

    internal static void Maximum(double* a, double* b, double* y, long n) => BinaryKernel<MaximumOperator>.Run(a, b, y, n);

    internal static void MaximumScalar(float* a, float b, float* y, long n) => ScalarKernel<MaximumOperator>.Run(a, b, y, n);

    internal static void MaximumScalar(double* a, double b, double* y, long n) => ScalarKernel<MaximumOperator>.Run(a, b, y, n);

    private readonly struct MaximumOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => T.Max(a, b);

        public static double Apply(double a, double b) => Math.Max(a, b);
    }
}
