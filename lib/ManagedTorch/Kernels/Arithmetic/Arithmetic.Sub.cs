using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>a - b.</summary>
    internal static void Sub(float* a, float* b, float* y, long n) => BinaryKernel<SubOperator>.Run(a, b, y, n);

    internal static void Sub(double* a, double* b, double* y, long n) => BinaryKernel<SubOperator>.Run(a, b, y, n);

    internal static void SubScalar(float* a, float b, float* y, long n) => ScalarKernel<SubOperator>.Run(a, b, y, n);

    internal static void SubScalar(double* a, double b, double* y, long n) => ScalarKernel<SubOperator>.Run(a, b, y, n);

    private readonly struct SubOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => a - b;

        public static double Apply(double a, double b) => a - b;
    }
}
