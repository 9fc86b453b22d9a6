using ManagedTorch.Threading;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Walks two tensors over the shape they broadcast to, row by row. Dimensions that both lay out evenly are merged first, so that
/// adding a bias to a batch is a few long rows and not many short ones.
/// </summary>
internal sealed class StridedPair
{
    private const long Grain = 32768;

    private readonly long[] sizes;
    private readonly long[] stridesA;
    private readonly long[] stridesB;

    public StridedPair(ReadOnlySpan<long> shape, Tensor a, Tensor b)
    {
        var fullA = Core.Layout.BroadcastStrides(a.Sizes, a.Strides, shape);
        var fullB = Core.Layout.BroadcastStrides(b.Sizes, b.Strides, shape);
        var keepSizes = new List<long>();
        var keepA = new List<long>();
        var keepB = new List<long>();
        for (var i = shape.Length - 1; i >= 0; i--)
        {
            if (shape[i] == 1)
                continue;
            if (keepSizes.Count > 0 && fullA[i] == keepA[^1] * keepSizes[^1] && fullB[i] == keepB[^1] * keepSizes[^1])
            {
                keepSizes[^1] *= shape[i];
                continue;
            }

            keepSizes.Add(shape[i]);
            keepA.Add(fullA[i]);
            keepB.Add(fullB[i]);
        }

        if (keepSizes.Count == 0)
        {
            keepSizes.Add(1);
            keepA.Add(1);
            keepB.Add(1);
        }

        sizes = [.. keepSizes];
        stridesA = [.. keepA];
        stridesB = [.. keepB];
    }

    public delegate void Row(long offsetA, long offsetB, long offsetOut, long length);

    /// <summary>The step from one element of a row to the next in the first tensor.</summary>
    public long StepA => stridesA[0];

    /// <summary>The step from one element of a row to the next in the second tensor.</summary>
    public long StepB => stridesB[0];

    /// <summary>Calls <paramref name="row"/> with the offsets of each row (in elements); the output is contiguous.</summary>
    public void ForEachRow(Row row)
    {
        var length = sizes[0];
        var rows = Core.Layout.Count(sizes) / Math.Max(1, length);
        if (length == 0 || rows == 0)
            return;
        if (rows == 1)
        {
            WorkerPool.ForRange(length, Grain, (start, end) => row(start * StepA, start * StepB, start, end - start));
            return;
        }

        WorkerPool.ForRange(rows, Math.Max(1, Grain / length), (start, end) =>
        {
            Span<long> position = stackalloc long[sizes.Length];
            long offsetA = 0, offsetB = 0;
            var rest = start;
            for (var d = 1; d < sizes.Length; d++)
            {
                position[d] = rest % sizes[d];
                rest /= sizes[d];
                offsetA += position[d] * stridesA[d];
                offsetB += position[d] * stridesB[d];
            }

            for (var r = start; r < end; r++)
            {
                row(offsetA, offsetB, r * length, length);
                for (var d = 1; d < sizes.Length; d++)
                {
                    offsetA += stridesA[d];
                    offsetB += stridesB[d];
                    if (++position[d] < sizes[d])
                        break;
                    offsetA -= position[d] * stridesA[d];
                    offsetB -= position[d] * stridesB[d];
                    position[d] = 0;
                }
            }
        });
    }
}
