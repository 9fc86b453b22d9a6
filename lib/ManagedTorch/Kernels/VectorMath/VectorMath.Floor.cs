using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Largest integer not above x.</summary>
    internal static void Floor(float* x, float* y, long n) => UnaryKernel<FloorOperator>.Run(x, y, n);

    internal static void Floor(double* x, double* y, long n) => UnaryKernel<FloorOperator>.Run(x, y, n);

    private readonly struct FloorOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => T.Floor(x);

        public static double Apply(double x) => Math.Floor(x);
    }
}
