using ManagedTorch.Kernels;

namespace ManagedTorch.Tests.Kernels.Gemm;

using Gemm = ManagedTorch.Kernels.Gemm;

[Collection(KernelCollection.Name)]
public sealed class GemmTests
{
    /// <summary>Around every tile height and panel width of every instruction set.</summary>
    private static readonly int[] RaggedSizes = [1, 2, 5, 7, 12, 14, 15, 16, 17, 29, 31, 33, 48, 65];

    public static TheoryData<bool, bool> Storage => new() { { false, false }, { false, true }, { true, false }, { true, true } };

    [Theory]
    [MemberData(nameof(Storage))]
    public void MatchesDoublePrecisionOnRaggedSizes(bool transposeA, bool transposeB)
    {
        foreach (int m in RaggedSizes)
        {
            foreach (int n in RaggedSizes)
            {
                foreach (int k in new[] { 1, 3, 8, 33 })
                {
                    new GemmCase(transposeA, transposeB, m, n, k).Verify();
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(Storage))]
    public void AccumulatesAndAddsABias(bool transposeA, bool transposeB)
    {
        foreach ((int m, int n, int k) in new[] { (1, 1, 1), (9, 40, 20), (30, 10, 700), (3, 33, 2), (20, 35, 0) })
        {
            new GemmCase(transposeA, transposeB, m, n, k, accumulate: true).Verify();
            new GemmCase(transposeA, transposeB, m, n, k, bias: true).Verify();
            new GemmCase(transposeA, transposeB, m, n, k, accumulate: true, bias: true).Verify();
        }
    }

    [Theory]
    [InlineData(0, 5, 7)]
    [InlineData(5, 0, 7)]
    [InlineData(5, 7, 0)]
    [InlineData(0, 0, 0)]
    public void EmptySizesGiveZerosOrNothing(int m, int n, int k) => new GemmCase(false, false, m, n, k).Verify();

    /// <summary>Sizes that take every path: several slabs, depths, row tasks, panel tasks, and rows 4 KB apart.</summary>
    [Theory]
    [InlineData(false, false, 120, 70, 1500, 3)]
    [InlineData(false, true, 40, 700, 300, 1)]
    [InlineData(true, false, 130, 50, 1100, 5)]
    [InlineData(true, true, 77, 130, 433, 2)]
    [InlineData(false, true, 30, 100, 1024, 0)]
    [InlineData(true, false, 1024, 35, 40, 0)]
    [InlineData(false, false, 15, 2000, 1100, 0)]
    [InlineData(false, true, 5, 4000, 310, 0)]
    [InlineData(false, true, 3, 1001, 310, 2)]
    [InlineData(false, false, 3, 64, 1000, 3)]
    public void MatchesDoublePrecisionOnLargeSizes(bool transposeA, bool transposeB, int m, int n, int k, int padding) =>
        new GemmCase(transposeA, transposeB, m, n, k, padding: padding).Verify();

    [Theory]
    [InlineData(false, true, 300, 200, 500)]
    [InlineData(true, false, 128, 96, 1000)]
    [InlineData(false, false, 20, 1000, 90)]
    [InlineData(false, true, 2, 1000, 300)]
    public void EveryThreadCountGivesTheSameBits(bool transposeA, bool transposeB, int m, int n, int k)
    {
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            var product = new GemmCase(transposeA, transposeB, m, n, k, bias: true);
            using var one = new KernelSettings(level, threads: 1);
            float[] expected = product.Run();
            foreach (int threads in new[] { 2, 3, 8 })
            {
                using var several = new KernelSettings(level, threads);
                Assert.Equal(expected, product.Run());
            }
        }
    }

    [Fact]
    public void ARowDoesNotDependOnTheRowsBesideIt()
    {
        // The tile a row falls in must not change its sum: a batch of one gives what the row gave in a batch of many.
        var random = new Random(1);
        const int M = 57, N = 50, K = 333;
        float[] a = Values(random, M * K), b = Values(random, K * N);
        float[] all = Multiply(a, b, M);
        for (int row = 0; row < M; row++)
        {
            Assert.Equal(all[(row * N)..((row + 1) * N)], Multiply(a[(row * K)..((row + 1) * K)], b, 1));
        }

        static unsafe float[] Multiply(float[] a, float[] b, int m)
        {
            float[] c = new float[m * N];
            fixed (float* pa = a, pb = b, pc = c)
            {
                Gemm.Multiply(false, false, m, N, K, pa, K, pb, N, pc, N);
            }

            return c;
        }
    }

    [Theory]
    [InlineData(7, 9, 20, 11, true, true)]
    [InlineData(3, 65, 33, 65, true, true)]
    [InlineData(40, 5, 6, 7, true, false)]
    [InlineData(40, 5, 6, 7, false, true)]
    [InlineData(2, 300, 280, 260, true, true)]
    [InlineData(0, 5, 6, 7, true, true)]
    public unsafe void ABatchIsAProductForEachMatrix(int batch, int m, int n, int k, bool movesA, bool movesB)
    {
        var random = new Random(batch);
        foreach (SimdLevel level in KernelSettings.Levels)
        {
            foreach ((bool transposeA, bool transposeB) in new[] { (false, false), (false, true), (true, false), (true, true) })
            {
                using var settings = new KernelSettings(level, threads: 3);
                float[] a = Values(random, batch * m * k), b = Values(random, batch * n * k), c = Values(random, batch * m * n);
                float[] expected = (float[])c.Clone();
                long strideA = movesA ? m * k : 0, strideB = movesB ? n * k : 0;
                int lda = transposeA ? m : k, ldb = transposeB ? k : n;
                fixed (float* pa = a, pb = b, pc = c, pe = expected)
                {
                    Gemm.MultiplyBatched(
                        batch, transposeA, transposeB, m, n, k, pa, lda, strideA, pb, ldb, strideB, pc, n, m * n, accumulate: true);
                    for (int i = 0; i < batch; i++)
                    {
                        Gemm.Multiply(
                            transposeA, transposeB, m, n, k, pa + i * strideA, lda, pb + i * strideB, ldb, pe + i * m * n, n, true);
                    }
                }

                Assert.Equal(expected, c);
            }
        }
    }

    [Theory]
    [MemberData(nameof(Storage))]
    public unsafe void DoublePrecisionMatchesAPlainSum(bool transposeA, bool transposeB)
    {
        const int M = 35, N = 9, K = 130;
        var random = new Random(3);
        double[] a = [.. Values(random, M * K).Select(x => (double)x)], b = [.. Values(random, N * K).Select(x => (double)x)];
        foreach (bool accumulate in new[] { false, true })
        {
            double[] c = [.. Enumerable.Repeat(2.0, M * N)];
            fixed (double* pa = a, pb = b, pc = c)
            {
                Gemm.Multiply(transposeA, transposeB, M, N, K, pa, transposeA ? M : K, pb, transposeB ? K : N, pc, N, accumulate);
            }

            for (int i = 0; i < M; i++)
            {
                for (int j = 0; j < N; j++)
                {
                    double sum = accumulate ? 2 : 0;
                    for (int l = 0; l < K; l++)
                    {
                        sum += (transposeA ? a[l * M + i] : a[i * K + l]) * (transposeB ? b[j * K + l] : b[l * N + j]);
                    }

                    Assert.Equal(sum, c[i * N + j], 1e-11);
                }
            }
        }
    }

    private static float[] Values(Random random, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextSingle() * 2 - 1)];
}
