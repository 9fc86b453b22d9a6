using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>General matrix product on row-major matrices with leading dimensions.</summary>
internal static unsafe class Gemm
{
    internal static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc,
        bool accumulate = false, float* bias = null)
    {
        WorkerPool.ForRange(m, 64, (start, end) =>
        {
            for (long i = start; i < end; i++)
            {
                for (long j = 0; j < n; j++)
                {
                    float sum = 0;
                    for (long l = 0; l < k; l++)
                    {
                        sum += (transposeA ? a[l * lda + i] : a[i * lda + l]) * (transposeB ? b[j * ldb + l] : b[l * ldb + j]);
                    }

                    sum += bias == null ? 0 : bias[j];
                    c[i * ldc + j] = accumulate ? c[i * ldc + j] + sum : sum;
                }
            }
        });
    }

    internal static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, double* a, int lda, double* b, int ldb, double* c, int ldc,
        bool accumulate = false)
    {
        WorkerPool.ForRange(m, 64, (start, end) =>
        {
            for (long i = start; i < end; i++)
            {
                for (long j = 0; j < n; j++)
                {
                    double sum = 0;
                    for (long l = 0; l < k; l++)
                    {
                        sum += (transposeA ? a[l * lda + i] : a[i * lda + l]) * (transposeB ? b[j * ldb + l] : b[l * ldb + j]);
                    }

                    c[i * ldc + j] = accumulate ? c[i * ldc + j] + sum : sum;
                }
            }
        });
    }

    internal static void MultiplyBatched(
        int batch, bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, long strideA,
        float* b, int ldb, long strideB, float* c, int ldc, long strideC, bool accumulate = false)
    {
        WorkerPool.For(batch, i => Multiply(
            transposeA, transposeB, m, n, k, a + i * strideA, lda, b + i * strideB, ldb, c + i * strideC, ldc, accumulate));
    }
}
