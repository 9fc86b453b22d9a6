namespace ManagedTorch.Kernels;

/// <summary>The gradients that are wanted.</summary>
internal readonly unsafe struct AttentionGradients
{
    internal AttentionInput Query { get; init; }

    internal AttentionPartial Key { get; init; }

    internal AttentionPartial Value { get; init; }

    /// <summary>Keys that no row of the task sees have gradient zero.</summary>
    internal void ClearUnseenKeys(in AttentionProblem p, in AttentionHead head, int seen)
    {
        for (int key = seen; key < p.KeyLength; key++)
        {
            if (Key.Pointer != null)
            {
                new Span<float>(Key.Head(head) + key * Key.RowStride, p.HeadDimension).Clear();
            }

            if (Value.Pointer != null)
            {
                new Span<float>(Value.Head(head) + key * Value.RowStride, p.ValueDimension).Clear();
            }
        }
    }
}
