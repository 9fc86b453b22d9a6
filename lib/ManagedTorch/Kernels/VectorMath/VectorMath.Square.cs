using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>x * x.</summary>
    internal static void Square(float* x, float* y, long n) => UnaryKernel<SquareOperator>.Run(x, y, n);

    internal static void Square(double* x, double* y, long n) => UnaryKernel<SquareOperator>.Run(x, y, n);

    private readonly struct SquareOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => x * x;

        public static double Apply(double x) => x * x;
    }
}
