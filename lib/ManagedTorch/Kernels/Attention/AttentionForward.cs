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
                Block<T>(set, head, ref mask, keyPanels, valuePanels, row, lastRow, scores.Pointer);
            }
        }
    }

    private void Block<T>(
        MicroKernelSet set, in AttentionHead head, ref AttentionMask mask, in Panels keys, in Panels values, int row, int lastRow,
        float* scratch)
        where T : struct, ILanes<T>
    {
        int rows = lastRow - row;
        int length = AttentionHead.Keys(problem, lastRow);
        int padded = (length + T.Count - 1) / T.Count * T.Count;
        nint stride = blocking.ScoreStride;
        float* kept = probabilities == null ? null : probabilities + (head.FirstStatistic + row) * problem.KeyLength;

        // Kept rows that are whole vectors are computed where they are kept.
        bool isInPlace = kept != null && stride == problem.KeyLength;
        float* scores = isInPlace ? kept : scratch;
        TileLoop.Multiply(
            set, false, rows, padded, problem.HeadDimension, head.Query + row * problem.Query.RowStride,
            (nint)problem.Query.RowStride, keys, scores, stride, null, 0);
        for (int i = 0; i < rows; i++)
        {
            int seen = AttentionHead.Keys(problem, row + i + 1);
            logSumExp[head.FirstStatistic + row + i] =
                AttentionRows.Softmax<T>(scores + i * stride, seen, padded, problem.Scale, mask.Row(row + i));
        }

        TileLoop.Multiply(
            set, false, rows, problem.ValueDimension, length, scores, stride, values,
            output.Head(head.Batch, head.Index) + row * output.RowStride, (nint)output.RowStride, null, 0);
        if (kept != null)
        {
            Keep(scores, stride, kept, rows, length, isInPlace);
        }
    }

    private void Keep(float* scores, nint stride, float* kept, int rows, int length, bool isInPlace)
    {
        for (int i = 0; i < rows; i++, kept += problem.KeyLength)
        {
            var target = new Span<float>(kept, problem.KeyLength);
            if (!isInPlace)
            {
                new ReadOnlySpan<float>(scores + i * stride, length).CopyTo(target);
            }

            target[length..].Clear();
        }
    }
}
