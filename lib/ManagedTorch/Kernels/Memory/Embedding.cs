using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Looks rows up in a table by index.</summary>
internal static unsafe class Embedding
{
    private const long ColumnsPerChunk = 64;

    /// <summary>y (count, width) = table[index]. The caller has checked the indices with <see cref="CheckIndices"/>.</summary>
    internal static void Forward(float* table, long* index, float* y, long count, long width) =>
        RangeKernel.OverRows(new ForwardKernel(table, index, y, width), count, width);

    /// <summary>
    /// dTable (rows, width) += dy (count, width) at the looked-up rows, in the order of the indices. paddingIndex, or -1, gets none.
    /// </summary>
    internal static void Backward(long* index, float* dy, float* dTable, long count, long rows, long width, long paddingIndex)
    {
        CheckIndices(index, count, rows);

        // Each chunk owns some columns: indices may repeat, so threads that shared a row would race.
        RangeKernel.Over(new BackwardKernel(index, dy, dTable, count, width, paddingIndex), width, ColumnsPerChunk);
    }

    /// <summary>Throws when an index lies outside [0, rows).</summary>
    internal static void CheckIndices(long* index, long count, long rows)
    {
        for (long i = 0; i < count; i++)
        {
            if ((ulong)index[i] >= (ulong)rows)
            {
                throw new IndexOutOfRangeException(
                    $"embedding: index {index[i]} at position {i} is outside the table; with {rows} rows it must lie in [0, {rows - 1}].");
            }
        }
    }

    private readonly struct ForwardKernel(float* table, long* index, float* y, long width) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            long bytes = width * sizeof(float);
            for (long i = start; i < end; i++)
            {
                Buffer.MemoryCopy(table + (index[i] * width), y + (i * width), bytes, bytes);
            }
        }
    }

    private readonly struct BackwardKernel(long* index, float* dy, float* dTable, long count, long width, long paddingIndex)
        : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long i = 0; i < count; i++)
            {
                if (index[i] != paddingIndex)
                {
                    Add<T>(dTable + (index[i] * width) + start, dy + (i * width) + start, end - start);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Add<T>(float* y, float* x, long n)
            where T : struct, ILanes<T>
        {
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (T.Load(y + i) + T.Load(x + i)).Store(y + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (T.LoadPartial(y + i, rest) + T.LoadPartial(x + i, rest)).StorePartial(y + i, rest);
            }
        }
    }
}
