using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>Float64 product: a plain loop over blocks of k that keep B in cache.</summary>
internal static unsafe class DoubleGemm
{
    private const int Depth = 64;
    private const int RowsPerTask = 32;

    internal static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, double* a, int lda, double* b, int ldb, double* c, int ldc,
        bool accumulate) => WorkerPool.ForRange(m, RowsPerTask, (start, end) =>
        {
            for (long i = start; i < end && !accumulate; i++)
            {
                new Span<double>(c + i * ldc, Math.Max(0, n)).Clear();
            }

            for (long first = 0; first < k; first += Depth)
            {
                long last = Math.Min(k, first + Depth);
                for (long i = start; i < end; i++)
                {
                    double* row = c + i * ldc;
                    for (long l = first; l < last; l++)
                    {
                        double factor = transposeA ? a[l * lda + i] : a[i * lda + l];
                        double* other = transposeB ? b + l : b + l * ldb;
                        long step = transposeB ? ldb : 1;
                        for (long j = 0; j < n; j++)
                        {
                            row[j] += factor * other[j * step];
                        }
                    }
                }
            }
        });
}
