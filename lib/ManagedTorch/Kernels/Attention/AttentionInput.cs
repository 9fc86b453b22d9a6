namespace ManagedTorch.Kernels;

/// <summary>
/// A (batch, heads, rows, dimension) operand of attention, by pointer and element strides; the last dimension is contiguous.
/// </summary>
internal unsafe struct AttentionInput
{
    public float* Pointer;
    public long BatchStride;
    public long HeadStride;
    public long RowStride;

    internal readonly float* Head(int batch, int head) => Pointer + batch * BatchStride + head * HeadStride;
}
