using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>
/// Products of row-major matrices with leading dimensions. B is packed, A is read in place; every element of C is
/// computed by one thread in an order that depends on k alone, so results do not depend on the number of threads.
/// </summary>
internal static unsafe class Gemm
{
    /// <summary>Multiply-adds from which one matrix gives all threads enough to do.</summary>
    private const long LargeMatrix = 16L << 20;

    /// <summary>Multiply-adds worth handing to another thread.</summary>
    private const long WorkPerChunk = 128 * 1024;

    /// <summary>
    /// C (m,n) = op(A) op(B) [+ C] [+ bias, one value a column]. A is stored (m,k), or (k,m) when
    /// <paramref name="transposeA"/>; B is stored (k,n), or (n,k) when <paramref name="transposeB"/>.
    /// </summary>
    internal static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, float* b, int ldb, float* c, int ldc,
        bool accumulate = false, float* bias = null)
    {
        if (m <= 0 || n <= 0)
        {
            return;
        }

        if (k <= 0 || (accumulate && bias != null))
        {
            AddRows(m, n, c, ldc, accumulate, bias);
            if (k <= 0)
            {
                return;
            }

            accumulate = true;
            bias = null;
        }

        if (!transposeA && transposeB && m <= DotProducts.MostRows)
        {
            new DotProducts(m, n, k, a, lda, b, ldb, c, ldc, accumulate ? c : bias, accumulate ? ldc : 0).Run();
            return;
        }

        MicroKernelSet set = MicroKernelSet.Current;
        var blocking = new GemmBlocking(set, transposeA, m, n, k);
        int slabColumns = blocking.PanelsPerSlab * set.Columns;
        int slabDepth = blocking.DepthsPerSlab * blocking.Depth;
        using Scratch packed = Scratch.Rent(PanelPacking.Size(set, Math.Min(k, slabDepth), Math.Min(n, slabColumns)));
        for (int column = 0; column < n; column += slabColumns)
        {
            for (int first = 0; first < k; first += slabDepth)
            {
                var slab = new GemmSlab(set, blocking)
                {
                    TransposeA = transposeA,
                    TransposeB = transposeB,
                    Rows = m,
                    Columns = Math.Min(slabColumns, n - column),
                    Depth = Math.Min(slabDepth, k - first),
                    A = a + (transposeA ? (long)first * lda : first),
                    StrideA = lda,
                    B = b + (transposeB ? (long)column * ldb + first : (long)first * ldb + column),
                    StrideB = ldb,
                    Packed = packed.Pointer,
                    C = c + column,
                    StrideC = ldc,
                    Addend = accumulate || first > 0 ? c + column : bias == null ? null : bias + column,
                    AddendStride = accumulate || first > 0 ? ldc : 0,
                };
                slab.Run();
            }
        }
    }

    /// <summary>The same for float64, without bias. Used rarely, so a plain loop.</summary>
    internal static void Multiply(
        bool transposeA, bool transposeB, int m, int n, int k, double* a, int lda, double* b, int ldb, double* c, int ldc,
        bool accumulate = false) =>
        DoubleGemm.Multiply(transposeA, transposeB, m, n, k, a, lda, b, ldb, c, ldc, accumulate);

    /// <summary>
    /// One product for each matrix of a batch; strides are the elements between matrices, and an input with stride 0 is
    /// shared by all.
    /// </summary>
    internal static void MultiplyBatched(
        int batch, bool transposeA, bool transposeB, int m, int n, int k, float* a, int lda, long strideA,
        float* b, int ldb, long strideB, float* c, int ldc, long strideC, bool accumulate = false)
    {
        if (batch <= 0 || m <= 0 || n <= 0)
        {
            return;
        }

        // Matrices that follow one another and share B are one tall matrix.
        if (strideB == 0 && !transposeA && strideA == (long)m * lda && strideC == (long)m * ldc && (long)batch * m <= int.MaxValue)
        {
            Multiply(transposeA, transposeB, batch * m, n, k, a, lda, b, ldb, c, ldc, accumulate);
            return;
        }

        long work = Math.Max(1, (long)m * n * k);
        if (work >= LargeMatrix)
        {
            for (int i = 0; i < batch; i++)
            {
                Multiply(
                    transposeA, transposeB, m, n, k, a + i * strideA, lda, b + i * strideB, ldb, c + i * strideC, ldc, accumulate);
            }

            return;
        }

        WorkerPool.ForRange(batch, Math.Max(1, WorkPerChunk / work), (start, end) =>
        {
            for (long i = start; i < end; i++)
            {
                Multiply(
                    transposeA, transposeB, m, n, k, a + i * strideA, lda, b + i * strideB, ldb, c + i * strideC, ldc, accumulate);
            }
        });
    }

    private static void AddRows(int m, int n, float* c, int ldc, bool accumulate, float* bias)
    {
        for (int i = 0; i < m; i++)
        {
            float* row = c + (long)i * ldc;
            for (int j = 0; j < n; j++)
            {
                row[j] = (accumulate ? row[j] : 0) + (bias == null ? 0 : bias[j]);
            }
        }
    }
}
