using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class ArithmeticTests
{
    private delegate void VectorKernel(float* a, float* b, float* y, long n);

    private delegate void ScalarKernel(float* a, float b, float* y, long n);

    private delegate void RowKernel(float* x, float* other, float* y, long rows, long n);

    private sealed record Case(VectorKernel Vector, ScalarKernel Scalar, Func<double, double, double> Exact);

    private static readonly Dictionary<string, Case> Cases = new()
    {
        ["add"] = new(Arithmetic.Add, Arithmetic.AddScalar, (a, b) => a + b),
        ["sub"] = new(Arithmetic.Sub, Arithmetic.SubScalar, (a, b) => a - b),
        ["mul"] = new(Arithmetic.Mul, Arithmetic.MulScalar, (a, b) => a * b),
        ["div"] = new(Arithmetic.Div, Arithmetic.DivScalar, (a, b) => a / b),
        ["maximum"] = new(Arithmetic.Maximum, Arithmetic.MaximumScalar, Math.Max),
        ["minimum"] = new(Arithmetic.Minimum, Arithmetic.MinimumScalar, Math.Min),
        ["pow"] = new(Arithmetic.Pow, Arithmetic.PowScalar, Math.Pow),
    };

    public static TheoryData<string> Names => new(Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void MatchesFloat64ForEveryLengthAndInPlace(string name)
    {
        Case operation = Cases[name];
        foreach (int n in KernelAssert.Lengths)
        {
            float[] a = KernelAssert.Random(n, n), b = KernelAssert.Random(n, n + 1);
            if (n > 3)
            {
                (a[0], b[1], a[2], b[2]) = (float.NaN, float.NaN, float.PositiveInfinity, float.NegativeInfinity);
            }

            double[] vector = a.Zip(b, (left, right) => operation.Exact(left, right)).ToArray();
            double[] scalar = Array.ConvertAll(a, left => operation.Exact(left, -1.25f));
            KernelAssert.Matches(
                () =>
                {
                    using var left = new GuardedArray<float>(a);
                    using var right = new GuardedArray<float>(b);
                    using var result = new GuardedArray<float>(n);
                    operation.Vector(left.Pointer, right.Pointer, result.Pointer, n);
                    operation.Vector(left.Pointer, right.Pointer, right.Pointer, n);
                    operation.Scalar(left.Pointer, -1.25f, left.Pointer, n);
                    return [result.Values.ToArray(), right.Values.ToArray(), left.Values.ToArray()];
                },
                [vector, vector, scalar],
                relative: 2.4e-7,
                absolute: 2.4e-7);
        }
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(-0.5)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1.7)]
    public void PowersOfOneExponentMatch(float exponent)
    {
        float[] x = KernelAssert.Random(37, 1);
        x[3] = 0;
        KernelAssert.Matches(
            () =>
            {
                using var values = new GuardedArray<float>(x);
                Arithmetic.PowScalar(values.Pointer, exponent, values.Pointer, x.Length);
                return values.Values.ToArray();
            },
            Array.ConvertAll(x, value => Math.Pow(value, exponent)),
            relative: 4e-7);
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(3, 1)]
    [InlineData(7, 33)]
    [InlineData(1000, 65)]
    public void RowsAndColumnsBroadcast(int rows, int n)
    {
        float[] x = KernelAssert.Random(rows * n, 1), row = KernelAssert.Random(n, 2), column = KernelAssert.Random(rows, 3);
        (RowKernel Kernel, float[] Other, Func<int, int, double, double> Exact)[] cases =
        [
            (Arithmetic.AddRow, row, (_, i, value) => value + row[i]),
            (Arithmetic.MulRow, row, (_, i, value) => value * row[i]),
            (Arithmetic.AddColumn, column, (r, _, value) => value + column[r]),
            (Arithmetic.MulColumn, column, (r, _, value) => value * column[r]),
        ];
        foreach (var (kernel, other, exact) in cases)
        {
            KernelAssert.Matches(
                () =>
                {
                    using var values = new GuardedArray<float>(x);
                    using var broadcast = new GuardedArray<float>(other);
                    kernel(values.Pointer, broadcast.Pointer, values.Pointer, rows, n);
                    return values.Values.ToArray();
                },
                x.Select((value, at) => exact(at / n, at % n, value)).ToArray());
        }
    }

    [Fact]
    public void AddScaledAndFillCoverRaggedLengths()
    {
        foreach (int n in KernelAssert.Lengths)
        {
            float[] a = KernelAssert.Random(n, 1), b = KernelAssert.Random(n, 2);
            KernelAssert.Matches(
                () =>
                {
                    using var left = new GuardedArray<float>(a);
                    using var right = new GuardedArray<float>(b);
                    Arithmetic.AddScaled(left.Pointer, right.Pointer, -0.3f, left.Pointer, n);
                    Arithmetic.Fill(right.Pointer, 7.5f, n);
                    return [left.Values.ToArray(), right.Values.ToArray()];
                },
                [a.Zip(b, (left, right) => left + (-0.3f * (double)right)).ToArray(), Enumerable.Repeat(7.5, n).ToArray()]);
        }
    }
}
