using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>a / b.</summary>
    internal static void Div(float* a, float* b, float* y, long n) => BinaryKernel<DivOperator>.Run(a, b, y, n);

    internal static void Div(double* a, double* b, double* y, long n) => BinaryKernel<DivOperator>.Run(a, b, y, n);

    internal static void DivScalar(float* a, float b, float* y, long n) => ScalarKernel<DivOperator>.Run(a, b, y, n);

    internal static void DivScalar(double* a, double b, double* y, long n) => ScalarKernel<DivOperator>.Run(a, b, y, n);

    private readonly struct DivOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => a / b;

        public static double Apply(double a, double b) => a / b;
    }
}
