namespace ManagedTorch.Kernels;

/// <summary>
/// Where the gradient of keys or values is summed. Every task that works on a share of a head's rows has a copy of its
/// own; a head in one task writes the gradient itself.
/// </summary>
internal readonly unsafe struct AttentionPartial
{
    private readonly long batchStride;
    private readonly long headStride;
    private readonly long partStride;

    /// <summary>The gradient itself.</summary>
    internal AttentionPartial(in AttentionInput gradient)
    {
        Pointer = gradient.Pointer;
        batchStride = gradient.BatchStride;
        headStride = gradient.HeadStride;
        RowStride = gradient.RowStride;
    }

    /// <summary>Copies in a (batch, heads, parts, rows, columns) buffer.</summary>
    internal AttentionPartial(float* buffer, int heads, int parts, int rows, int columns)
    {
        Pointer = buffer;
        RowStride = columns;
        partStride = (long)rows * columns;
        headStride = parts * partStride;
        batchStride = heads * headStride;
    }

    /// <summary>Null when the gradient is not needed.</summary>
    internal float* Pointer { get; }

    internal long RowStride { get; }

    internal float* Head(in AttentionHead head) => Head(head.Batch, head.Index, head.Part);

    internal float* Head(int batch, int head, int part) =>
        Pointer + batch * batchStride + head * headStride + part * partStride;
}
