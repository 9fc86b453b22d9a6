using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>a * b.</summary>
    internal static void Mul(float* a, float* b, float* y, long n) => BinaryKernel<MulOperator>.Run(a, b, y, n);

    internal static void Mul(double* a, double* b, double* y, long n) => BinaryKernel<MulOperator>.Run(a, b, y, n);

    internal static void MulScalar(float* a, float b, float* y, long n) => ScalarKernel<MulOperator>.Run(a, b, y, n);

    internal static void MulScalar(double* a, double b, double* y, long n) => ScalarKernel<MulOperator>.Run(a, b, y, n);

    /// <summary>One row of n values applied to each of the rows of x (rows, n).</summary>
    internal static void MulRow(float* x, float* row, float* y, long rows, long n) =>
        RowKernel<MulOperator>.Run(x, row, y, rows, n);

    internal static void MulRow(double* x, double* row, double* y, long rows, long n) =>
        RowKernel<MulOperator>.Run(x, row, y, rows, n);

    /// <summary>One value for each row of x (rows, n).</summary>
    internal static void MulColumn(float* x, float* column, float* y, long rows, long n) =>
        ColumnKernel<MulOperator>.Run(x, column, y, rows, n);

    internal static void MulColumn(double* x, double* column, double* y, long rows, long n) =>
        ColumnKernel<MulOperator>.Run(x, column, y, rows, n);

    private readonly struct MulOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => a * b;

        public static double Apply(double a, double b) => a * b;
    }
}
