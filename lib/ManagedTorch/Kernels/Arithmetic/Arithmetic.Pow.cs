using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>a raised to the power b, with the special cases of IEEE 754 pow.</summary>
    internal static void Pow(float* a, float* b, float* y, long n) => RangeKernel.OverElements(new PowKernel(a, b, 0, y), n);

    internal static void Pow(double* a, double* b, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = Math.Pow(a[i], b[i]);
        }
    }

    /// <summary>a raised to one power b; the common small powers are exact products, quotients and roots, as in PyTorch.</summary>
    internal static void PowScalar(float* a, float b, float* y, long n)
    {
        switch (b)
        {
            case 0.5f:
                VectorMath.Sqrt(a, y, n);
                break;
            case 2f:
                VectorMath.Square(a, y, n);
                break;
            case 3f:
                UnaryKernel<CubeOperator>.Run(a, y, n);
                break;
            case -0.5f:
                VectorMath.Rsqrt(a, y, n);
                break;
            case -1f:
                VectorMath.Reciprocal(a, y, n);
                break;
            default:
                RangeKernel.OverElements(new PowKernel(a, null, b, y), n);
                break;
        }
    }

    internal static void PowScalar(double* a, double b, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = Math.Pow(a[i], b);
        }
    }

    private readonly struct CubeOperator : IUnaryOperator
    {
        public static T Apply<T>(T x)
            where T : struct, ILanes<T> => x * x * x;

        public static double Apply(double x) => x * x * x;
    }

    /// <summary>b is a vector, or null for the one exponent <paramref name="scalar"/>.</summary>
    private readonly struct PowKernel(float* a, float* b, float scalar, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long i = start; i < end; i++)
            {
                y[i] = MathF.Pow(a[i], b == null ? scalar : b[i]);
            }
        }
    }
}
