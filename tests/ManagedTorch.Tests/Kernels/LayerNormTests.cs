using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels;

[Collection(KernelCollection.Name)]
public sealed unsafe class LayerNormTests
{
    private const double Eps = 1e-5;

    [Theory]
    [InlineData(1, 1)]
    [InlineData(5, 7)]
    [InlineData(3, 16)]
    [InlineData(3, 33)]
    [InlineData(900, 192)]
    public void ForwardMatchesFloat64(int rows, int n)
    {
        float[] x = Array.ConvertAll(KernelAssert.Random(rows * n, 1), value => value + 3);
        float[] weight = KernelAssert.Random(n, 2), bias = KernelAssert.Random(n, 3);
        foreach (var (w, b) in new[] { (weight, bias), (weight, null), (null, bias), (null, null) })
        {
            KernelAssert.Matches(
                () =>
                {
                    using var y = new GuardedArray<float>(x);
                    using var scale = new GuardedArray<float>(weight);
                    using var shift = new GuardedArray<float>(bias);
                    using var mean = new GuardedArray<float>(rows);
                    using var rstd = new GuardedArray<float>(rows);
                    LayerNorm.Forward(
                        y.Pointer, w == null ? null : scale.Pointer, b == null ? null : shift.Pointer, y.Pointer, mean.Pointer,
                        rstd.Pointer, rows, n, (float)Eps);
                    return [y.Values.ToArray()];
                },
                [Reference(KernelAssert.Widen(x), w, b, rows, n)],
                relative: 1e-5,
                absolute: n == 1 ? 1e-4 : 5e-6);
        }
    }

    [Theory]
    [InlineData(3, 5, true)]
    [InlineData(2, 17, true)]
    [InlineData(2, 17, false)]
    [InlineData(6, 40, true)]
    public void BackwardMatchesFiniteDifferences(int rows, int n, bool affine)
    {
        float[] x = KernelAssert.Random(rows * n, 1), dy = KernelAssert.Random(rows * n, 2);
        float[] weight = affine ? KernelAssert.Random(n, 3) : Enumerable.Repeat(1f, n).ToArray();
        double[] wide = KernelAssert.Widen(x);
        double[] dx = KernelAssert.Gradient(at => KernelAssert.Dot(Reference(at, weight, null, rows, n), dy), x);

        // y is linear in weight and bias, so their gradients are these sums.
        var dBias = new double[n];
        var dWeight = new double[n];
        double[] normalised = Reference(wide, null, null, rows, n);
        for (int i = 0; i < dy.Length; i++)
        {
            dBias[i % n] += dy[i];
            dWeight[i % n] += dy[i] * normalised[i];
        }

        KernelAssert.Matches(() => Backward(x, affine ? weight : null, dy, rows, n), [dx, dWeight, dBias], 1e-4, 1e-5);
    }

    [Fact]
    public void BackwardOfManyRowsMatchesTheSumOfItsParts()
    {
        // Several chunks with partial sums, against the same rows one by one.
        const int rows = 1500, n = 67;
        float[] x = KernelAssert.Random(rows * n, 1), dy = KernelAssert.Random(rows * n, 2), weight = KernelAssert.Random(n, 3);
        var dx = new List<double>();
        var dWeight = new double[n];
        var dBias = new double[n];
        for (int r = 0; r < rows; r++)
        {
            float[][] one = Backward(x[(r * n)..((r + 1) * n)], weight, dy[(r * n)..((r + 1) * n)], 1, n);
            dx.AddRange(KernelAssert.Widen(one[0]));
            for (int i = 0; i < n; i++)
            {
                dWeight[i] += one[1][i];
                dBias[i] += one[2][i];
            }
        }

        KernelAssert.Matches(() => Backward(x, weight, dy, rows, n), [dx.ToArray(), dWeight, dBias], 1e-5, 1e-4);
    }

    [Fact]
    public void GradientsThatNobodyNeedsMayBeNull()
    {
        float[] x = KernelAssert.Random(40, 1), dy = KernelAssert.Random(40, 2);
        float[][] all = Backward(x, null, dy, 4, 10);
        using var input = new GuardedArray<float>(x);
        using var gradient = new GuardedArray<float>(dy);
        using var mean = new GuardedArray<float>(4);
        using var rstd = new GuardedArray<float>(4);
        using var result = new GuardedArray<float>(10);
        LayerNorm.Forward(input.Pointer, null, null, input.Pointer, mean.Pointer, rstd.Pointer, 4, 10, (float)Eps);
        x.CopyTo(input.Values);
        LayerNorm.Backward(input.Pointer, null, gradient.Pointer, mean.Pointer, rstd.Pointer, null, null, result.Pointer, 4, 10);
        Assert.Equal(all[2], result.Values.ToArray());
        LayerNorm.Backward(input.Pointer, null, gradient.Pointer, mean.Pointer, rstd.Pointer, null, result.Pointer, null, 4, 10);
        Assert.Equal(all[1], result.Values.ToArray());
    }

    private static float[][] Backward(float[] x, float[]? weight, float[] dy, int rows, int n)
    {
        using var input = new GuardedArray<float>(x);
        using var scale = new GuardedArray<float>(weight ?? []);
        using var gradient = new GuardedArray<float>(dy);
        using var y = new GuardedArray<float>(x.Length);
        using var mean = new GuardedArray<float>(rows);
        using var rstd = new GuardedArray<float>(rows);
        using var dWeight = new GuardedArray<float>(n);
        using var dBias = new GuardedArray<float>(n);
        float* w = weight == null ? null : scale.Pointer;
        LayerNorm.Forward(input.Pointer, w, null, y.Pointer, mean.Pointer, rstd.Pointer, rows, n, (float)Eps);
        LayerNorm.Backward(
            input.Pointer, w, gradient.Pointer, mean.Pointer, rstd.Pointer, y.Pointer, dWeight.Pointer, dBias.Pointer, rows, n);
        return [y.Values.ToArray(), dWeight.Values.ToArray(), dBias.Values.ToArray()];
    }

    private static double[] Reference(double[] x, float[]? weight, float[]? bias, int rows, int n)
    {
        var y = new double[x.Length];
        for (int r = 0; r < rows; r++)
        {
            double[] row = x[(r * n)..((r + 1) * n)];
            double mean = row.Average();
            double rstd = 1 / Math.Sqrt(row.Average(value => (value - mean) * (value - mean)) + (float)Eps);
            for (int i = 0; i < n; i++)
            {
                y[(r * n) + i] = ((row[i] - mean) * rstd * (weight?[i] ?? 1)) + (bias?[i] ?? 0);
            }
        }

        return y;
    }
}
