using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// Backward attention. Row blocks are taken from the last to the first: with a causal mask the first one taken then sees
/// the most keys, so it sets the sums over rows and the others add to them. Without kept probabilities these are restored
/// from the log-sum-exp (Dao et al. 2022, appendix B.2).
/// </summary>
internal readonly unsafe struct AttentionBackward(
    AttentionProblem problem, AttentionBlocking blocking, AttentionInput output, AttentionInput gradOutput, float* probabilities,
    float* logSumExp, AttentionGradients gradients) : IRangeKernel
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
        int rows = lastRow - row;
        int length = AttentionHead.Keys(problem, lastRow);
        int padded = (length + T.Count - 1) / T.Count * T.Count;
        nint stride = blocking.ScoreStride;
        float* weights = operands.Restored;
        nint weightStride = stride;
        if (probabilities == null)
        {
            Restore<T>(set, head, ref mask, operands, row, lastRow, padded);
        }
        else
        {
            weights = probabilities + (head.FirstStatistic + row) * problem.KeyLength;
            weightStride = problem.KeyLength;
        }

        float* grad = gradOutput.Head(head.Batch, head.Index) + row * gradOutput.RowStride;
        if (gradients.Value.Pointer != null)
        {
            // dV = P^T dO
            Panels panels = Panels.Of(set, grad, (nint)gradOutput.RowStride, rows, problem.ValueDimension, operands.RowBuffer);
            Reduce(set, head, gradients.Value, problem.ValueDimension, length, rows, weights, weightStride, panels, accumulate);
        }

        if (gradients.Query.Pointer == null && gradients.Key.Pointer == null)
        {
            return;
        }

        // dP = dO V^T, then dS in its place. The row sums of P * dP are those of dO * O.
        float* scoreGradients = operands.ScoreGradients;
        TileLoop.Multiply(
            set, false, rows, padded, problem.ValueDimension, grad, (nint)gradOutput.RowStride, operands.TransposedValues,
            scoreGradients, stride, null, 0);
        float* result = output.Head(head.Batch, head.Index) + row * output.RowStride;
        for (int i = 0; i < rows; i++)
        {
            float delta = AttentionRows.Dot<T>(grad + i * gradOutput.RowStride, result + i * output.RowStride, problem.ValueDimension);
            AttentionRows.ScoreGradient<T>(scoreGradients + i * stride, weights + i * weightStride, length, delta, problem.Scale);
        }

        if (gradients.Query.Pointer != null)
        {
            // dQ = dS K
            float* target = gradients.Query.Head(head.Batch, head.Index) + row * gradients.Query.RowStride;
            TileLoop.Multiply(
                set, false, rows, problem.HeadDimension, length, scoreGradients, stride, operands.Keys, target,
                (nint)gradients.Query.RowStride, null, 0);
        }

        if (gradients.Key.Pointer != null)
        {
            // dK = dS^T Q
            float* query = head.Query + row * problem.Query.RowStride;
            Panels panels = Panels.Of(set, query, (nint)problem.Query.RowStride, rows, problem.HeadDimension, operands.RowBuffer);
            Reduce(set, head, gradients.Key, problem.HeadDimension, length, rows, scoreGradients, stride, panels, accumulate);
        }
    }

    /// <summary>Computes the probabilities of a block again.</summary>
    private void Restore<T>(
        MicroKernelSet set, in AttentionHead head, ref AttentionMask mask, in Operands operands, int row, int lastRow, int padded)
        where T : struct, ILanes<T>
    {
        nint stride = blocking.ScoreStride;
        TileLoop.Multiply(
            set, false, lastRow - row, padded, problem.HeadDimension, head.Query + row * problem.Query.RowStride,
            (nint)problem.Query.RowStride, operands.TransposedKeys, operands.Restored, stride, null, 0);
        for (int i = row; i < lastRow; i++)
        {
            AttentionRows.Exponentials<T>(
                operands.Restored + (i - row) * stride, AttentionHead.Keys(problem, i + 1), padded, problem.Scale, mask.Row(i),
                logSumExp[head.FirstStatistic + i]);
        }
    }

    /// <summary>A sum over the block's query rows: target (keys, columns) [+]= weights^T operand.</summary>
    private static void Reduce(
        MicroKernelSet set, in AttentionHead head, in AttentionPartial target, int columns, int keys, int rows, float* weights,
        nint weightStride, in Panels operand, bool accumulate)
    {
        float* sum = target.Head(head);
        TileLoop.Multiply(
            set, true, keys, columns, rows, weights, weightStride, operand, sum, (nint)target.RowStride,
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
