using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class VectorMath
{
    /// <summary>Natural logarithm.</summary>
    internal static void Log(float* x, float* y, long n) => UnaryKernel<LogOperator>.Run(x, y, n);

    internal static void Log(double* x, double* y, long n) => UnaryKernel<LogOperator>.Run(x, y, n);

    private readonly struct LogOperator : IUnaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => LaneMath.Log(x);

        public static double Apply(double x) => Math.Log(x);
    }
}
