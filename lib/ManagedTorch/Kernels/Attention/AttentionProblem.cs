namespace ManagedTorch.Kernels;

/// <summary>softmax(scale * Q K^T + mask) V for every batch and head (Vaswani et al. 2017, section 3.2.1).</summary>
internal unsafe struct AttentionProblem
{
    public int Batch;
    public int Heads;
    public int QueryLength;
    public int KeyLength;
    public int HeadDimension;
    public int ValueDimension;
    public float Scale;

    /// <summary>Query i sees keys j &lt;= i only.</summary>
    public bool Causal;

    public AttentionInput Query;
    public AttentionInput Key;
    public AttentionInput Value;

    /// <summary>Added to the scaled scores; negative infinity forbids a key. Null for none; strides may be 0.</summary>
    public float* Mask;
    public long MaskBatchStride;
    public long MaskHeadStride;
    public long MaskRowStride;
    public long MaskColumnStride;
}
