namespace ManagedTorch.Kernels;

/// <summary>The rows [FirstRow, LastRow) of one head: what a task works on, with its operands' addresses.</summary>
internal readonly unsafe struct AttentionHead
{
    internal AttentionHead(in AttentionProblem p, in AttentionBlocking blocking, long task)
    {
        long head = task / blocking.TasksPerHead;
        Part = (int)(task % blocking.TasksPerHead);
        Batch = (int)(head / p.Heads);
        Index = (int)(head % p.Heads);
        FirstRow = Part * blocking.RowsPerTask;
        LastRow = Math.Min(p.QueryLength, FirstRow + blocking.RowsPerTask);
        FirstStatistic = head * p.QueryLength;
        Query = p.Query.Head(Batch, Index);
        Key = p.Key.Head(Batch, Index);
        Value = p.Value.Head(Batch, Index);
        Mask = p.Mask == null ? null : p.Mask + Batch * p.MaskBatchStride + Index * p.MaskHeadStride;
    }

    internal int Batch { get; }

    internal int Index { get; }

    /// <summary>Which share of the head's rows this is.</summary>
    internal int Part { get; }

    internal int FirstRow { get; }

    internal int LastRow { get; }

    /// <summary>Position of the head's first row in the (B, H, Tq) buffer of row statistics.</summary>
    internal long FirstStatistic { get; }

    internal float* Query { get; }

    internal float* Key { get; }

    internal float* Value { get; }

    internal float* Mask { get; }

    /// <summary>Keys that the rows before <paramref name="lastRow"/> may see.</summary>
    internal static int Keys(in AttentionProblem p, int lastRow) => p.Causal ? Math.Min(p.KeyLength, lastRow) : p.KeyLength;
}
