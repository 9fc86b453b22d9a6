using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// Backward attention. Row blocks are taken from the last to the first: with a causal mask the first one taken then sees
/// the most keys, so it sets the sums over rows and the others add to them. Without kept probabilities these are restored
/// from the log-sum-exp (Dao et al. 2022, appendix B.2).
/// </summary>
internal readonly unsafe struct AttentionBackward(
    AttentionProblem problem, AttentionBlocking blocking, AttentionInput gradOutput, float* probabilities, float* logSumExp,
    AttentionGradients gradients) : IRangeKernel
{
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        MicroKernelSet set = MicroKernelSet.Current;
        int rowsPerBlock = blocking.RowsPerBlock;
        bool restores = probabilities == null;
        using Scratch transposedKeys = Scratch.Rent(restores ? PanelPacking.Size(set, problem.HeadDimension, problem.KeyLength) : 0);
        using Scratch transposedValues = Scratch.Rent(PanelPacking.Size(set, problem.ValueDimension, problem.KeyLength));
        using Scratch keys = Scratch.Rent(PanelPacking.Size(set, problem.KeyLength, problem.HeadDimension));
        using Scratch rowOperand = Scratch.Rent(
            PanelPacking.Size(set, rowsPerBlock, Math.Max(problem.HeadDimension, problem.ValueDimension)));
        using Scratch restored = Scratch.Rent(restores ? (long)rowsPerBlock * blocking.ScoreStride : 0);
        using Scratch scoreGradients = Scratch.Rent((long)rowsPerBlock * blocking.ScoreStride);
        using Scratch maskRow = Scratch.Rent(problem.KeyLength);
        for (long task = start; task < end; task++)
        {
            var head = new AttentionHead(problem, blocking, task);
            var mask = new AttentionMask(problem, head.Mask, maskRow.Pointer);
            int visible = AttentionHead.Keys(problem, head.LastRow);
            if (restores)
            {
                PanelPacking.Pack(
                    set, true, problem.HeadDimension, visible, head.Key, (nint)problem.Key.RowStride, transposedKeys.Pointer);
            }

            PanelPacking.Pack(
                set, true, problem.ValueDimension, visible, head.Value, (nint)problem.Value.RowStride, transposedValues.Pointer);
            var operands = new Operands
            {
                TransposedKeys = Panels.Packed(set, transposedKeys.Pointer, problem.HeadDimension),
                TransposedValues = Panels.Packed(set, transposedValues.Pointer, problem.ValueDimension),
                Keys = Panels.Of(set, head.Key, (nint)problem.Key.RowStride, visible, problem.HeadDimension, keys.Pointer),
                RowBuffer = rowOperand.Pointer,
                Restored = restored.Pointer,
                ScoreGradients = scoreGradients.Pointer,
            };
            int blocks = GemmBlocking.DivideUp(head.LastRow - head.FirstRow, rowsPerBlock);
            for (int block = blocks - 1; block >= 0; block--)
            {
                int row = head.FirstRow + block * rowsPerBlock;
                int lastRow = Math.Min(head.LastRow, row + rowsPerBlock);
                Block<T>(set, head, ref mask, operands, row, lastRow, accumulate: block < blocks - 1);
            }

            gradients.ClearUnseenKeys(problem, head, blocks == 0 ? 0 : visible);
        }
    }

    private void Block<T>(
        MicroKernelSet set, in AttentionHead head, ref AttentionMask mask, in Operands operands, int row, int lastRow, bool accumulate)
        where T : struct, ILanes<T>
    {
        nint stride = blocking.ScoreStride;
        var block = new ScoreBlock(problem, operands.ScoreGradients, stride, T.Count, row, lastRow);
        float* query = head.Query + row * problem.Query.RowStride;
        float* grad = gradOutput.Head(head.Batch, head.Index) + row * gradOutput.RowStride;
        float* weights;
        nint weightStride;
        if (probabilities != null)
        {
            weights = probabilities + (head.FirstStatistic + row) * problem.KeyLength;
            weightStride = problem.KeyLength;
        }
        else
        {
            // P = exp(scale * Q K^T + mask - log-sum-exp)
            var restored = new ScoreBlock(problem, operands.Restored, stride, T.Count, row, lastRow);
            TileLoop.Multiply(
                set, false, block.Rows, block.Padded, problem.HeadDimension, query, (nint)problem.Query.RowStride,
                operands.TransposedKeys, restored.Scores, stride, null, 0);
            AttentionRows.Restore<T>(restored, ref mask, logSumExp + head.FirstStatistic + row);
            weights = restored.Scores;
            weightStride = stride;
        }

        if (gradients.Value.Pointer != null)
        {
            // dV = P^T dO
            Panels panels = Panels.Of(set, grad, (nint)gradOutput.RowStride, block.Rows, problem.ValueDimension, operands.RowBuffer);
            SumOverRows(set, gradients.Value, head, problem.ValueDimension, block, weights, weightStride, panels, accumulate);
        }

        if (gradients.Query.Pointer == null && gradients.Key.Pointer == null)
        {
            return;
        }

        // dP = dO V^T, and dS in its place
        TileLoop.Multiply(
            set, false, block.Rows, block.Padded, problem.ValueDimension, grad, (nint)gradOutput.RowStride,
            operands.TransposedValues, block.Scores, stride, null, 0);
        AttentionRows.ScoreGradients<T>(block, weights, weightStride);
        if (gradients.Query.Pointer != null)
        {
            // dQ = dS K
            float* target = gradients.Query.Head(head.Batch, head.Index) + row * gradients.Query.RowStride;
            TileLoop.Multiply(
                set, false, block.Rows, problem.HeadDimension, block.Length, block.Scores, stride, operands.Keys, target,
                (nint)gradients.Query.RowStride, null, 0);
        }

        if (gradients.Key.Pointer != null)
        {
            // dK = dS^T Q
            Panels panels = Panels.Of(
                set, query, (nint)problem.Query.RowStride, block.Rows, problem.HeadDimension, operands.RowBuffer);
            SumOverRows(set, gradients.Key, head, problem.HeadDimension, block, block.Scores, stride, panels, accumulate);
        }
    }

    /// <summary>target (keys, columns) [+]= weights^T operand, a sum over the block's query rows.</summary>
    private static void SumOverRows(
        MicroKernelSet set, in AttentionPartial target, in AttentionHead head, int columns, in ScoreBlock block, float* weights,
        nint weightStride, in Panels operand, bool accumulate)
    {
        float* sum = target.Head(head);
        TileLoop.Multiply(
            set, true, block.Length, columns, block.Rows, weights, weightStride, operand, sum, (nint)target.RowStride,
            accumulate ? sum : null, (nint)target.RowStride);
    }

    /// <summary>The packed operands and scratch memory of a task.</summary>
    private readonly struct Operands
    {
        internal Panels TransposedKeys { get; init; }

        internal Panels TransposedValues { get; init; }

        internal Panels Keys { get; init; }

        internal float* RowBuffer { get; init; }

        internal float* Restored { get; init; }

        internal float* ScoreGradients { get; init; }
    }
}
