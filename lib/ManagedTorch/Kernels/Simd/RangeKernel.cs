using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>Runs an <see cref="IRangeKernel"/> with the active instruction set, in parallel when it is worth it.</summary>
internal static class RangeKernel
{
    /// <summary>Elements below which handing work to another thread costs more than it saves.</summary>
    private const long ElementsPerChunk = 16 * 1024;

    /// <summary>Runs over single elements.</summary>
    internal static void OverElements<TKernel>(TKernel kernel, long count)
        where TKernel : struct, IRangeKernel => Over(kernel, count, ElementsPerChunk);

    /// <summary>Runs over rows of <paramref name="width"/> elements.</summary>
    internal static void OverRows<TKernel>(TKernel kernel, long rows, long width)
        where TKernel : struct, IRangeKernel => Over(kernel, rows, RowsPerChunk(width));

    /// <summary>Rows of <paramref name="width"/> elements that make one chunk.</summary>
    internal static long RowsPerChunk(long width) => Math.Max(1, ElementsPerChunk / Math.Max(1, width));

    /// <summary>Runs over <paramref name="length"/> items, <paramref name="grain"/> of them at a time.</summary>
    internal static void Over<TKernel>(TKernel kernel, long length, long grain)
        where TKernel : struct, IRangeKernel
    {
        if (length <= 0)
        {
            return;
        }

        if (length <= grain)
        {
            Run(kernel, 0, length);
        }
        else
        {
            Fork(kernel, length, grain);
        }
    }

    /// <summary>Apart from <see cref="Over"/>, so that short calls allocate no closure.</summary>
    private static void Fork<TKernel>(TKernel kernel, long length, long grain)
        where TKernel : struct, IRangeKernel => WorkerPool.ForRange(length, grain, (start, end) => Run(kernel, start, end));

    private static void Run<TKernel>(TKernel kernel, long start, long end)
        where TKernel : struct, IRangeKernel
    {
        switch (Simd.Level)
        {
            case SimdLevel.Avx512:
                kernel.Run<Lanes512>(start, end);
                break;
            case SimdLevel.Avx2:
                kernel.Run<Lanes256>(start, end);
                break;
            case SimdLevel.Vector128:
                kernel.Run<Lanes128>(start, end);
                break;
            default:
                kernel.Run<LanesScalar>(start, end);
                break;
        }
    }
}
