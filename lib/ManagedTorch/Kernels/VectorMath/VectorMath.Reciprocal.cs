using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>1 / x.</summary>
    internal static void Reciprocal(float* x, float* y, long n) => UnaryKernel<ReciprocalOperator>.Run(x, y, n);

    internal static void Reciprocal(double* x, double* y, long n) => UnaryKernel<ReciprocalOperator>.Run(x, y, n);

    private readonly struct ReciprocalOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Broadcast(1f) / x;

        public static double Apply(double x) => 1 / x;
    }
}
