using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>max(x, 0); NaN stays NaN.</summary>
    internal static void Relu(float* x, float* y, long n) => UnaryKernel<ReluOperator>.Run(x, y, n);

    internal static void Relu(double* x, double* y, long n) => UnaryKernel<ReluOperator>.Run(x, y, n);

    private readonly struct ReluOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Select(T.LessThan(x, T.Broadcast(0f)), T.Broadcast(0f), x);

        public static double Apply(double x) => x < 0 ? 0 : x;
    }
}
