namespace ManagedTorch.Kernels;

/// <summary>Copies between two layouts of the same shape, near memory speed for the common layouts.</summary>
internal static unsafe class StridedCopy
{
    private const long ElementsPerChunk = 16 * 1024;

    /// <summary>
    /// destination[i, j, ...] = source[i, j, ...]. Strides count elements; a source stride of 0 broadcasts. The two must not overlap.
    /// </summary>
    internal static void Copy<T>(
        T* source, ReadOnlySpan<long> sourceStrides, T* destination, ReadOnlySpan<long> destinationStrides, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (!StridedCopyPlan.TryCreate(shape, sourceStrides, destinationStrides, out StridedCopyPlan plan))
        {
            return;
        }

        // Some rows of the inner block, whole tiles of a transpose, are the unit of work.
        long rowsPerItem = Math.Max(StridedCopyPlan.Tile, ElementsPerChunk / plan.Columns / StridedCopyPlan.Tile * StridedCopyPlan.Tile);
        long itemsPerBlock = (plan.Rows + rowsPerItem - 1) / rowsPerItem;
        long elementsPerItem = Math.Min(rowsPerItem, plan.Rows) * plan.Columns;
        RangeKernel.Over(
            new StridedCopyKernel<T>(source, destination, plan, rowsPerItem, itemsPerBlock),
            plan.OuterCount * itemsPerBlock,
            Math.Max(1, ElementsPerChunk / elementsPerItem));
    }
}
