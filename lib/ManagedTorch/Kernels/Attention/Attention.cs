using System.Numerics.Tensors;
using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>
/// Fused scaled dot-product attention. A head is computed in cache, so the (Tq, Tk) matrices reach memory only when the
/// backward pass is cheaper with them.
/// </summary>
internal static unsafe class Attention
{
    /// <summary>Up to this many keys reading kept probabilities is cheaper than computing them again.</summary>
    private const int MostKeptKeys = 256;

    /// <summary>Elements of the gradient that one thread sums at a time.</summary>
    private const long SumGrain = 16 * 1024;

    /// <summary>
    /// Whether forward should be given a (B, H, Tq, Tk) buffer for the probabilities; otherwise backward computes them again.
    /// </summary>
    internal static bool KeepsProbabilities(in AttentionProblem p) => p.KeyLength <= MostKeptKeys;

    /// <summary>
    /// output = softmax(scale * Q K^T + mask) V. Writes the probabilities (B, H, Tq, Tk), unless null, and the log-sum-exp
    /// of the scores (B, H, Tq). A row whose keys are all forbidden becomes NaN.
    /// </summary>
    internal static void Forward(in AttentionProblem p, AttentionInput output, float* probabilities, float* logSumExp)
    {
        var blocking = new AttentionBlocking(MicroKernelSet.Current, p);
        RangeKernel.Over(
            new AttentionForward(p, blocking, output, probabilities, logSumExp), blocking.Tasks, blocking.TasksPerChunk);
    }

    /// <summary>
    /// Writes the gradients from what forward wrote: the probabilities if they were kept, else null, and the log-sum-exp.
    /// A gradient whose pointer is null is not computed. It needs no output: the row sums of dO * O that the gradient of
    /// softmax needs are taken as those of P * dP, which are in cache.
    /// </summary>
    internal static void Backward(
        in AttentionProblem p, AttentionInput gradOutput, float* probabilities, float* logSumExp,
        AttentionInput dQuery, AttentionInput dKey, AttentionInput dValue)
    {
        var blocking = new AttentionBlocking(MicroKernelSet.Current, p);
        int parts = blocking.TasksPerHead;
        bool isSplit = parts > 1;
        long copies = isSplit ? (long)p.Batch * p.Heads * parts * p.KeyLength : 0;
        using Scratch keyParts = Scratch.Rent(dKey.Pointer == null ? 0 : copies * p.HeadDimension);
        using Scratch valueParts = Scratch.Rent(dValue.Pointer == null ? 0 : copies * p.ValueDimension);
        AttentionPartial key = Partial(dKey, isSplit, keyParts.Pointer, p.Heads, parts, p.KeyLength, p.HeadDimension);
        AttentionPartial value = Partial(dValue, isSplit, valueParts.Pointer, p.Heads, parts, p.KeyLength, p.ValueDimension);
        var gradients = new AttentionGradients { Query = dQuery, Key = key, Value = value };
        RangeKernel.Over(
            new AttentionBackward(p, blocking, gradOutput, probabilities, logSumExp, gradients),
            blocking.Tasks, blocking.TasksPerChunk);
        if (isSplit)
        {
            SumParts(p, key, dKey, parts, p.HeadDimension);
            SumParts(p, value, dValue, parts, p.ValueDimension);
        }
    }

    private static AttentionPartial Partial(
        in AttentionInput gradient, bool isSplit, float* buffer, int heads, int parts, int rows, int columns) =>
        isSplit && gradient.Pointer != null
            ? new AttentionPartial(buffer, heads, parts, rows, columns)
            : new AttentionPartial(gradient);

    /// <summary>Adds the copies of the tasks in their order, so that the sum is the same in every run.</summary>
    private static void SumParts(AttentionProblem p, AttentionPartial copies, AttentionInput target, int parts, int columns)
    {
        if (target.Pointer == null)
        {
            return;
        }

        long rows = (long)p.Batch * p.Heads * p.KeyLength;
        WorkerPool.ForRange(rows, Math.Max(1, SumGrain / Math.Max(1, columns * parts)), (start, end) =>
        {
            for (long row = start; row < end; row++)
            {
                (int head, int key) = ((int)(row / p.KeyLength), (int)(row % p.KeyLength));
                (int batch, int index) = (head / p.Heads, head % p.Heads);
                var sum = new Span<float>(target.Head(batch, index) + key * target.RowStride, columns);
                sum.Clear();
                for (int part = 0; part < parts; part++)
                {
                    TensorPrimitives.Add(
                        sum, new ReadOnlySpan<float>(copies.Head(batch, index, part) + key * copies.RowStride, columns), sum);
                }
            }
        });
    }
}
