using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Functions of each element of a contiguous array. The output may be the same memory as the input.</summary>
internal static unsafe partial class VectorMath
{
    /// <summary>e^x.</summary>
    internal static void Exp(float* x, float* y, long n) => UnaryKernel<ExpOperator>.Run(x, y, n);

    internal static void Exp(double* x, double* y, long n) => UnaryKernel<ExpOperator>.Run(x, y, n);

    private readonly struct ExpOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Exp(x);

        public static double Apply(double x) => Math.Exp(x);
    }
}
