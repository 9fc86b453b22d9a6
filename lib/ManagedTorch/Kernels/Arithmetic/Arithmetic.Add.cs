using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Arithmetic of contiguous arrays. The output may be the same memory as an input.</summary>
internal static unsafe partial class Arithmetic
{
    /// <summary>a + b.</summary>
    internal static void Add(float* a, float* b, float* y, long n) => BinaryKernel<AddOperator>.Run(a, b, y, n);

    internal static void Add(double* a, double* b, double* y, long n) => BinaryKernel<AddOperator>.Run(a, b, y, n);

    internal static void AddScalar(float* a, float b, float* y, long n) => ScalarKernel<AddOperator>.Run(a, b, y, n);

    internal static void AddScalar(double* a, double b, double* y, long n) => ScalarKernel<AddOperator>.Run(a, b, y, n);

    /// <summary>One row of n values applied to each of the rows of x (rows, n).</summary>
    internal static void AddRow(float* x, float* row, float* y, long rows, long n) =>
        RowKernel<AddOperator>.Run(x, row, y, rows, n);

    internal static void AddRow(double* x, double* row, double* y, long rows, long n) =>
        RowKernel<AddOperator>.Run(x, row, y, rows, n);

    /// <summary>One value for each row of x (rows, n).</summary>
    internal static void AddColumn(float* x, float* column, float* y, long rows, long n) =>
        ColumnKernel<AddOperator>.Run(x, column, y, rows, n);

    internal static void AddColumn(double* x, double* column, double* y, long rows, long n) =>
        ColumnKernel<AddOperator>.Run(x, column, y, rows, n);

    private readonly struct AddOperator : IBinaryOperator
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public static T Apply<T>(T a, T b)
            where T : struct, ILanes<T> => a + b;

        public static double Apply(double a, double b) => a + b;
    }
}
