using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ManagedTorch.Kernels;

/// <summary>
/// Transposes 16 or 8 rows, four columns at a time. Rows i, i + 4, i + 8, ... share one vector, a row to each 128-bit
/// lane, so that transposing 4 x 4 within the lanes gives whole columns in order.
/// </summary>
internal static unsafe class BlockTranspose
{
    private const int Columns = 4;

    /// <summary>Floats of a cache line.</summary>
    private const int CacheLine = 16;

    /// <summary>How far ahead each row is asked for: the processor does not guess so many short rows, and weights come from memory.</summary>
    private const int PrefetchDistance = 4 * CacheLine;

    /// <summary>Transposes 16 rows of floor(k / 4) * 4 columns; returns the number of columns done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Rows16(int k, float* source, nint sourceStride, float* target, nint targetStride)
    {
        int done = 0;
        for (; done + Columns <= k; done += Columns, source += Columns, target += Columns * targetStride)
        {
            if (done % CacheLine == 0)
            {
                for (int row = 0; row < 16; row++)
                {
                    Sse.Prefetch1(source + PrefetchDistance + row * sourceStride);
                }
            }

            Vector512<float> row0 = Lanes16(source, sourceStride);
            Vector512<float> row1 = Lanes16(source + sourceStride, sourceStride);
            Vector512<float> row2 = Lanes16(source + 2 * sourceStride, sourceStride);
            Vector512<float> row3 = Lanes16(source + 3 * sourceStride, sourceStride);
            Vector512<double> low01 = Avx512F.UnpackLow(row0, row1).AsDouble();
            Vector512<double> high01 = Avx512F.UnpackHigh(row0, row1).AsDouble();
            Vector512<double> low23 = Avx512F.UnpackLow(row2, row3).AsDouble();
            Vector512<double> high23 = Avx512F.UnpackHigh(row2, row3).AsDouble();
            Avx512F.UnpackLow(low01, low23).AsSingle().Store(target);
            Avx512F.UnpackHigh(low01, low23).AsSingle().Store(target + targetStride);
            Avx512F.UnpackLow(high01, high23).AsSingle().Store(target + 2 * targetStride);
            Avx512F.UnpackHigh(high01, high23).AsSingle().Store(target + 3 * targetStride);
        }

        return done;
    }

    /// <summary>Transposes 8 rows of floor(k / 4) * 4 columns; returns the number of columns done.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Rows8(int k, float* source, nint sourceStride, float* target, nint targetStride)
    {
        int done = 0;
        for (; done + Columns <= k; done += Columns, source += Columns, target += Columns * targetStride)
        {
            Vector256<float> row0 = Lanes8(source, sourceStride);
            Vector256<float> row1 = Lanes8(source + sourceStride, sourceStride);
            Vector256<float> row2 = Lanes8(source + 2 * sourceStride, sourceStride);
            Vector256<float> row3 = Lanes8(source + 3 * sourceStride, sourceStride);
            Vector256<double> low01 = Avx.UnpackLow(row0, row1).AsDouble();
            Vector256<double> high01 = Avx.UnpackHigh(row0, row1).AsDouble();
            Vector256<double> low23 = Avx.UnpackLow(row2, row3).AsDouble();
            Vector256<double> high23 = Avx.UnpackHigh(row2, row3).AsDouble();
            Avx.UnpackLow(low01, low23).AsSingle().Store(target);
            Avx.UnpackHigh(low01, low23).AsSingle().Store(target + targetStride);
            Avx.UnpackLow(high01, high23).AsSingle().Store(target + 2 * targetStride);
            Avx.UnpackHigh(high01, high23).AsSingle().Store(target + 3 * targetStride);
        }

        return done;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector512<float> Lanes16(float* source, nint stride) =>
        Vector512.Create(Lanes8(source, stride), Lanes8(source + 8 * stride, stride));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<float> Lanes8(float* source, nint stride) =>
        Vector256.Create(Vector128.Load(source), Vector128.Load(source + 4 * stride));
}
