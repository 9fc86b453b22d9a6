using System.Runtime.CompilerServices;
using unsafe MicroKernel = delegate*<int, byte*, nint, byte*, nint, float*, nint, float*, nint, void>;

namespace ManagedTorch.Kernels;

/// <summary>Covers a block of C with register tiles; the innermost loops of every matrix product here.</summary>
internal static unsafe class TileLoop
{
    /// <summary>
    /// C (m,n) = A B [+ addend]. A is (m,k), or (k,m) when <paramref name="kMajorA"/>; the addend has rows
    /// <paramref name="addendStride"/> elements apart: C itself to accumulate, stride 0 for a bias, null for nothing.
    /// One thread; every element is a single chain of multiply-adds over k, whatever tile it falls in.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    [SkipLocalsInit]
    internal static void Multiply(
        MicroKernelSet set, bool kMajorA, int m, int n, int k, float* a, nint strideA, in Panels b, float* c, nint strideC,
        float* addend, nint addendStride)
    {
        if (m == 0)
        {
            return;
        }

        float* edge = stackalloc float[MicroKernelGenerator.MaxRows * set.Columns];
        int tiles = (m + set.Rows - 1) / set.Rows;

        // Tiles of nearly equal height: 14 + 2 rows would run the 2 at the latency of a multiply-add.
        int tallTiles = m % tiles;
        int shortRows = m / tiles;
        nint strideOfRows = kMajorA ? 1 : strideA;
        for (int column = 0; column < n; column += set.Columns)
        {
            int width = Math.Min(set.Columns, n - column);
            int vectors = width > set.Lanes ? 2 : 1;
            bool isCut = width != vectors * set.Lanes;
            float* panel = b.First + column / set.Columns * b.Step;
            MicroKernel tall = tallTiles > 0 ? set.Kernel(kMajorA, shortRows + 1, vectors) : null;
            MicroKernel small = set.Kernel(kMajorA, shortRows, vectors);
            float* tileA = a;
            float* tileC = c + column;
            float* tileAddend = addend == null ? null : addend + column;
            for (int tile = 0; tile < tiles; tile++)
            {
                bool isTall = tile < tallTiles;
                int rows = isTall ? shortRows + 1 : shortRows;
                MicroKernel kernel = isTall ? tall : small;
                if (isCut)
                {
                    kernel(
                        k, (byte*)tileA, strideA * sizeof(float), (byte*)panel, b.RowStride * sizeof(float),
                        edge, set.Columns, null, 0);
                    CopyEdge(edge, set.Columns, rows, width, tileC, strideC, tileAddend, addendStride);
                }
                else
                {
                    kernel(
                        k, (byte*)tileA, strideA * sizeof(float), (byte*)panel, b.RowStride * sizeof(float),
                        tileC, strideC, tileAddend, addendStride);
                }

                tileA += rows * strideOfRows;
                tileC += rows * strideC;
                if (tileAddend != null)
                {
                    tileAddend += rows * addendStride;
                }
            }
        }
    }

    private static void CopyEdge(
        float* edge, int edgeStride, int rows, int width, float* c, nint strideC, float* addend, nint addendStride)
    {
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < width; column++)
            {
                c[column] = addend == null ? edge[column] : edge[column] + addend[column];
            }

            edge += edgeStride;
            c += strideC;
            if (addend != null)
            {
                addend += addendStride;
            }
        }
    }
}
