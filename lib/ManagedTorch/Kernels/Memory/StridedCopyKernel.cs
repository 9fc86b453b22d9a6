using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ManagedTorch.Kernels;

/// <summary>Runs a <see cref="StridedCopyPlan"/>: item i is some rows of the inner block at one place of the outer dimensions.</summary>
internal readonly unsafe struct StridedCopyKernel<TElement>(
    TElement* source, TElement* destination, StridedCopyPlan plan, long rowsPerItem, long itemsPerBlock) : IRangeKernel
    where TElement : unmanaged
{
    private const int Tile = StridedCopyPlan.Tile;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        StridedCopyPlan p = plan;
        bool vectors = typeof(T) == typeof(Lanes512) || typeof(T) == typeof(Lanes256);
        bool columnsContiguous = p.Column.SourceStride == 1 && p.Column.DestinationStride == 1;
        bool transposed = p.Row.SourceStride == 1 && p.Column.DestinationStride == 1;
        Span<long> place = stackalloc long[StridedCopyPlan.MaxOuter];
        long block = start / itemsPerBlock;
        long item = start % itemsPerBlock;
        TElement* from = source;
        TElement* to = destination;
        for (int d = p.OuterRank - 1; d >= 0; d--)
        {
            (block, place[d]) = Math.DivRem(block, p.Outer[d].Size);
            from += place[d] * p.Outer[d].SourceStride;
            to += place[d] * p.Outer[d].DestinationStride;
        }

        for (long i = start; i < end; i++)
        {
            long row = item * rowsPerItem;
            long rows = Math.Min(rowsPerItem, p.Rows - row);
            TElement* s = from + (row * p.Row.SourceStride);
            TElement* t = to + (row * p.Row.DestinationStride);
            if (columnsContiguous)
            {
                CopyRows(s, t, p, rows, vectors);
            }
            else if (transposed)
            {
                Transpose(s, t, p, rows, vectors && sizeof(TElement) == sizeof(float));
            }
            else
            {
                CopyElements(s, t, p, rows);
            }

            if (++item < itemsPerBlock)
            {
                continue;
            }

            item = 0;
            for (int d = p.OuterRank - 1; d >= 0; d--)
            {
                from += p.Outer[d].SourceStride;
                to += p.Outer[d].DestinationStride;
                if (++place[d] < p.Outer[d].Size)
                {
                    break;
                }

                from -= place[d] * p.Outer[d].SourceStride;
                to -= place[d] * p.Outer[d].DestinationStride;
                place[d] = 0;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyRows(TElement* s, TElement* t, in StridedCopyPlan p, long rows, bool vectors)
    {
        long bytes = p.Columns * sizeof(TElement);
        long sourceStride = p.Row.SourceStride;
        long destinationStride = p.Row.DestinationStride;
        if (!vectors || bytes is < 32 or > 1024)
        {
            for (long r = 0; r < rows; r++)
            {
                Buffer.MemoryCopy(s + (r * sourceStride), t + (r * destinationStride), bytes, bytes);
            }

            return;
        }

        // For rows this short a call to memcpy would cost as much as the copy. The last vector overlaps the one before.
        for (long r = 0; r < rows; r++)
        {
            byte* from = (byte*)(s + (r * sourceStride));
            byte* to = (byte*)(t + (r * destinationStride));
            for (long i = 0; i < bytes - 32; i += 32)
            {
                Vector256.Store(Vector256.Load(from + i), to + i);
            }

            Vector256.Store(Vector256.Load(from + bytes - 32), to + bytes - 32);
        }
    }

    /// <summary>The source is contiguous along the rows and the destination along the columns.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose(TElement* s, TElement* t, in StridedCopyPlan p, long rows, bool vectors)
    {
        long sourceStride = p.Column.SourceStride;
        long destinationStride = p.Row.DestinationStride;
        for (long r = 0; r < rows; r += Tile)
        {
            long height = Math.Min(Tile, rows - r);
            for (long c = 0; c < p.Columns; c += Tile)
            {
                long width = Math.Min(Tile, p.Columns - c);
                TElement* from = s + r + (c * sourceStride);
                TElement* to = t + (r * destinationStride) + c;
                if (vectors && height == Tile && width == Tile)
                {
                    for (int part = 0; part < 4; part++)
                    {
                        int down = 8 * (part & 1), right = 8 * (part >> 1);
                        Transpose8x8(
                            (float*)(from + down + (right * sourceStride)), sourceStride,
                            (float*)(to + (down * destinationStride) + right), destinationStride);
                    }
                }
                else
                {
                    for (long i = 0; i < height; i++)
                    {
                        for (long j = 0; j < width; j++)
                        {
                            to[(i * destinationStride) + j] = from[i + (j * sourceStride)];
                        }
                    }
                }
            }
        }
    }

    /// <summary>Eight columns of eight 4-byte elements become eight rows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Transpose8x8(float* s, long sourceStride, float* t, long destinationStride)
    {
        // Each vector holds elements 0-3 of column j and of column j + 4; two rounds of interleaving then make rows.
        var a = Halves(s, sourceStride, 0);
        var b = Halves(s, sourceStride, 1);
        var c = Halves(s, sourceStride, 2);
        var d = Halves(s, sourceStride, 3);
        Store4x8(a, b, c, d, t, destinationStride);
        a = Halves(s + 4, sourceStride, 0);
        b = Halves(s + 4, sourceStride, 1);
        c = Halves(s + 4, sourceStride, 2);
        d = Halves(s + 4, sourceStride, 3);
        Store4x8(a, b, c, d, t + (4 * destinationStride), destinationStride);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Halves(float* s, long stride, int column) =>
        Vector256.Create(Vector128.Load(s + (column * stride)), Vector128.Load(s + ((column + 4) * stride)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store4x8(
        Vector256<float> a, Vector256<float> b, Vector256<float> c, Vector256<float> d, float* t, long stride)
    {
        var abLow = Avx.UnpackLow(a, b).AsDouble();
        var abHigh = Avx.UnpackHigh(a, b).AsDouble();
        var cdLow = Avx.UnpackLow(c, d).AsDouble();
        var cdHigh = Avx.UnpackHigh(c, d).AsDouble();
        Avx.UnpackLow(abLow, cdLow).AsSingle().Store(t);
        Avx.UnpackHigh(abLow, cdLow).AsSingle().Store(t + stride);
        Avx.UnpackLow(abHigh, cdHigh).AsSingle().Store(t + (2 * stride));
        Avx.UnpackHigh(abHigh, cdHigh).AsSingle().Store(t + (3 * stride));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void CopyElements(TElement* s, TElement* t, in StridedCopyPlan p, long rows)
    {
        long columns = p.Columns;
        long sourceStride = p.Column.SourceStride;
        long destinationStride = p.Column.DestinationStride;
        for (long r = 0; r < rows; r++)
        {
            TElement* from = s + (r * p.Row.SourceStride);
            TElement* to = t + (r * p.Row.DestinationStride);
            if (sourceStride == 0 && destinationStride == 1)
            {
                new Span<TElement>(to, checked((int)columns)).Fill(*from);
                continue;
            }

            for (long c = 0; c < columns; c++)
            {
                to[c * destinationStride] = from[c * sourceStride];
            }
        }
    }
}
