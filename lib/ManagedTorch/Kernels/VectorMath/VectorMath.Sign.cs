using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>-1, 0 or 1; 0 for NaN.</summary>
    internal static void Sign(float* x, float* y, long n) => UnaryKernel<SignOperator>.Run(x, y, n);

    internal static void Sign(double* x, double* y, long n) => UnaryKernel<SignOperator>.Run(x, y, n);

    private readonly struct SignOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> =>
            (T.LessThan(T.Broadcast(0f), x) & T.Broadcast(1f)) - (T.LessThan(x, T.Broadcast(0f)) & T.Broadcast(1f));

        public static double Apply(double x) => x > 0 ? 1 : x < 0 ? -1 : 0;
    }
}
