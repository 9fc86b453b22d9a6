using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Forward attention: for each block of rows the scores, their softmax and the weighted values, while they are in cache.</summary>
internal readonly unsafe struct AttentionForward(
    AttentionProblem problem, AttentionBlocking blocking, AttentionInput output, float* probabilities, float* logSumExp) : IRangeKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        MicroKernelSet set = MicroKernelSet.Current;
        using Scratch keys = Scratch.Rent(PanelPacking.Size(set, problem.HeadDimension, problem.KeyLength));
        using Scratch values = Scratch.Rent(PanelPacking.Size(set, problem.KeyLength, problem.ValueDimension));
        using Scratch scores = Scratch.Rent((long)blocking.RowsPerBlock * blocking.ScoreStride);
        using Scratch shifts = Scratch.Rent(blocking.RowsPerBlock);
        using Scratch maskRow = Scratch.Rent(problem.KeyLength);
        for (long task = start; task < end; task++)
        {
            var head = new AttentionHead(problem, blocking, task);
            var mask = new AttentionMask(problem, head.Mask, maskRow.Pointer);
            int visible = AttentionHead.Keys(problem, head.LastRow);
            PanelPacking.Pack(
                set, true, problem.HeadDimension, visible, head.Key, (nint)problem.Key.RowStride, keys.Pointer);
            Panels keyPanels = Panels.Packed(set, keys.Pointer, problem.HeadDimension);
            Panels valuePanels = Panels.Of(
                set, head.Value, (nint)problem.Value.RowStride, visible, problem.ValueDimension, values.Pointer);
            for (int row = head.FirstRow; row < head.LastRow; row += blocking.RowsPerBlock)
            {
                int lastRow = Math.Min(head.LastRow, row + blocking.RowsPerBlock);
                Block<T>(set, head, ref mask, keyPanels, valuePanels, row, lastRow, scores.Pointer, shifts.Pointer);
            }
        }
    }

    private void Block<T>(
        MicroKernelSet set, in AttentionHead head, ref AttentionMask mask, in Panels keys, in Panels values, int row, int lastRow,
        float* scratch, float* shifts)
        where T : struct, ILanes<T>
    {
        nint stride = blocking.ScoreStride;
        long firstStatistic = head.FirstStatistic + row;
        float* kept = probabilities == null ? null : probabilities + firstStatistic * problem.KeyLength;

        // Kept rows that are whole vectors are computed where they are kept.
        bool isInPlace = kept != null && stride == problem.KeyLength;
        var block = new ScoreBlock(problem, isInPlace ? kept : scratch, stride, T.Count, row, lastRow);
        TileLoop.Multiply(
            set, false, block.Rows, block.Padded, problem.HeadDimension, head.Query + row * problem.Query.RowStride,
            (nint)problem.Query.RowStride, keys, block.Scores, stride, null, 0);
        AttentionRows.Softmax<T>(block, ref mask, shifts, logSumExp + firstStatistic);
        TileLoop.Multiply(
            set, false, block.Rows, problem.ValueDimension, block.Length, block.Scores, stride, values,
            output.Head(head.Batch, head.Index) + row * output.RowStride, (nint)output.RowStride, null, 0);
        if (kept != null)
        {
            Keep(block, kept, isInPlace);
        }
    }

    private void Keep(in ScoreBlock block, float* kept, bool isInPlace)
    {
        for (int i = 0; i < block.Rows; i++, kept += problem.KeyLength)
        {
            var target = new Span<float>(kept, problem.KeyLength);
            if (!isInPlace)
            {
                new ReadOnlySpan<float>(block.Row(i), block.Length).CopyTo(target);
            }

            target[block.Length..].Clear();
        }
    }
}
