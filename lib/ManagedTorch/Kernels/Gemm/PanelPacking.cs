using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ManagedTorch.Kernels;

/// <summary>Copies the right operand into panels, so that a microkernel reads it from consecutive addresses.</summary>
internal static unsafe class PanelPacking
{
    /// <summary>Floats that <see cref="Pack"/> writes for a (k,n) operand.</summary>
    internal static long Size(MicroKernelSet set, int k, int n) => (long)((n + set.Columns - 1) / set.Columns) * set.Columns * k;

    /// <summary>
    /// Packs a (k,n) operand, or an (n,k) one when <paramref name="transpose"/>. The last panel is filled with zeros up
    /// to a whole vector.
    /// </summary>
    internal static void Pack(MicroKernelSet set, bool transpose, int k, int n, float* b, nint strideB, float* packed)
    {
        int done = transpose || set.Lanes != Vector512<float>.Count ? 0 : PackGroups(k, n, b, strideB, packed);
        for (int column = done; column < n; column += set.Columns)
        {
            int width = Math.Min(set.Columns, n - column);
            float* panel = packed + (long)column * k;
            if (transpose)
            {
                PackTransposed(set, k, width, b + column * strideB, strideB, panel);
            }
            else
            {
                PackStraight(set, k, width, b + column, strideB, panel);
            }
        }
    }

    /// <summary>
    /// Packs panels of two 512-bit vectors four at a time, so that what is read of a row is long enough for the processor to see it
    /// coming. Returns the number of columns done.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int PackGroups(int k, int n, float* b, nint strideB, float* packed)
    {
        const int panels = 4, columns = 32;
        nint panelSize = (nint)columns * k;
        int done = 0;
        for (; done + (panels * columns) <= n; done += panels * columns, packed += panels * panelSize)
        {
            float* source = b + done;
            float* target = packed;
            for (int row = 0; row < k; row++, source += strideB, target += columns)
            {
                for (int panel = 0; panel < panels; panel++)
                {
                    float* from = source + (panel * columns);
                    float* to = target + (panel * panelSize);
                    Vector512<float> left = Vector512.Load(from), right = Vector512.Load(from + Vector512<float>.Count);
                    left.Store(to);
                    right.Store(to + Vector512<float>.Count);
                }
            }
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackStraight(MicroKernelSet set, int k, int width, float* b, nint strideB, float* panel)
    {
        int columns = set.Columns;
        if (set.Lanes == Vector512<float>.Count && width == columns)
        {
            for (int row = 0; row < k; row++, b += strideB, panel += columns)
            {
                Vector512<float> left = Vector512.Load(b), right = Vector512.Load(b + Vector512<float>.Count);
                left.Store(panel);
                right.Store(panel + Vector512<float>.Count);
            }

            return;
        }

        int filled = width > set.Lanes ? columns : set.Lanes;
        for (int row = 0; row < k; row++, b += strideB, panel += columns)
        {
            new ReadOnlySpan<float>(b, width).CopyTo(new Span<float>(panel, width));
            for (int i = width; i < filled; i++)
            {
                panel[i] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackTransposed(MicroKernelSet set, int k, int width, float* b, nint strideB, float* panel)
    {
        int filled = width > set.Lanes ? set.Columns : set.Lanes;
        for (int first = 0; first < filled; first += set.Lanes, b += set.Lanes * strideB)
        {
            int rows = Math.Clamp(width - first, 0, set.Lanes);
            int done = rows == set.Lanes ? TransposeBlocks(set, k, b, strideB, panel + first) : 0;
            for (int row = done; row < k; row++)
            {
                float* target = panel + (long)row * set.Columns + first;
                for (int i = 0; i < rows; i++)
                {
                    target[i] = b[i * strideB + row];
                }

                if (rows < set.Lanes)
                {
                    new Span<float>(target + rows, set.Lanes - rows).Clear();
                }
            }
        }
    }

    /// <summary>Transposes set.Lanes rows as far as whole blocks reach and returns the number of columns done.</summary>
    private static int TransposeBlocks(MicroKernelSet set, int k, float* b, nint strideB, float* target) => set.Lanes switch
    {
        16 => BlockTranspose.Rows16(k, b, strideB, target, set.Columns),
        8 when Avx.IsSupported => BlockTranspose.Rows8(k, b, strideB, target, set.Columns),
        _ => 0,
    };
}
