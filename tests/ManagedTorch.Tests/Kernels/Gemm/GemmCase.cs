using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels.Gemm;

using Gemm = ManagedTorch.Kernels.Gemm;

/// <summary>
/// One product on random matrices that do not fill their rows. What lies between the rows is NaN in the inputs, so that
/// using it shows, and a mark in the output, so that writing it shows.
/// </summary>
internal sealed class GemmCase
{
    private const float Mark = 12345.5f;
    private readonly float[] a;
    private readonly float[] b;
    private readonly float[] initial;
    private readonly float[]? bias;

    internal GemmCase(bool transposeA, bool transposeB, int m, int n, int k, bool accumulate = false, bool bias = false, int padding = 3)
    {
        (TransposeA, TransposeB, M, N, K, Accumulate) = (transposeA, transposeB, m, n, k, accumulate);
        StrideA = (transposeA ? m : k) + padding;
        StrideB = (transposeB ? k : n) + padding;
        StrideC = n + padding;
        var random = new Random(HashCode.Combine(m, n, k));
        a = Matrix(random, transposeA ? k : m, transposeA ? m : k, StrideA, float.NaN);
        b = Matrix(random, transposeB ? n : k, transposeB ? k : n, StrideB, float.NaN);
        initial = Matrix(random, m, n, StrideC, Mark);
        this.bias = bias ? Matrix(random, 1, n, n, 0) : null;
    }

    internal bool TransposeA { get; }

    internal bool TransposeB { get; }

    internal int M { get; }

    internal int N { get; }

    internal int K { get; }

    internal bool Accumulate { get; }

    internal int StrideA { get; }

    internal int StrideB { get; }

    internal int StrideC { get; }

    /// <summary>Runs the kernel and returns the whole output, padding included.</summary>
    internal unsafe float[] Run()
    {
        float[] c = (float[])initial.Clone();
        fixed (float* pa = a, pb = b, pc = c, pbias = bias)
        {
            Gemm.Multiply(TransposeA, TransposeB, M, N, K, pa, StrideA, pb, StrideB, pc, StrideC, Accumulate, pbias);
        }

        return c;
    }

    /// <summary>Runs the kernel on every instruction set and compares with sums in double precision.</summary>
    internal void Verify()
    {
        (double Value, double Magnitude)[] expected =
            [.. from i in Enumerable.Range(0, M) from j in Enumerable.Range(0, N) select Element(i, j)];
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            using var settings = new KernelSettings(level);
            Compare(Run(), expected);
        }
    }

    public override string ToString() =>
        $"{Simd.Level} {(TransposeA ? "T" : "N")}{(TransposeB ? "T" : "N")} {M}x{N}x{K}"
        + (Accumulate ? " accumulate" : "") + (bias is null ? "" : " bias");

    private void Compare(float[] c, (double Value, double Magnitude)[] reference)
    {
        for (int i = 0; i < M; i++)
        {
            for (int j = 0; j < StrideC; j++)
            {
                int at = i * StrideC + j;
                if (j >= N)
                {
                    Assert.True(c[at] == Mark, $"{this}: wrote beyond row {i}");
                    continue;
                }

                (double expected, double magnitude) = reference[i * N + j];

                // Rounding errors of a sum of k products grow with k in the worst case (Higham 2002, section 3.1).
                double tolerance = 1.2e-7 * (4 + Math.Sqrt(K)) * magnitude + 1e-12;
                Assert.True(Math.Abs(c[at] - expected) <= tolerance, $"{this}: C[{i},{j}] is {c[at]}, not {expected}");
            }
        }
    }

    private (double Value, double Magnitude) Element(int i, int j)
    {
        double sum = (Accumulate ? initial[i * StrideC + j] : 0) + (bias?[j] ?? 0);
        double magnitude = (Accumulate ? Math.Abs(initial[i * StrideC + j]) : 0) + Math.Abs(bias?[j] ?? 0);
        int atA = TransposeA ? i : i * StrideA, atB = TransposeB ? j * StrideB : j;
        int stepA = TransposeA ? StrideA : 1, stepB = TransposeB ? 1 : StrideB;
        for (int l = 0; l < K; l++)
        {
            double product = (double)a[atA + l * stepA] * b[atB + l * stepB];
            sum += product;
            magnitude += Math.Abs(product);
        }

        return (sum, magnitude);
    }

    private static float[] Matrix(Random random, int rows, int columns, int stride, float between)
    {
        float[] values = new float[rows * stride];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = i % stride < columns ? random.NextSingle() * 2 - 1 : between;
        }

        return values;
    }
}
