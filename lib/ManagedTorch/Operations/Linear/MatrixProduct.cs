using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Y = A B: (..., n, k) x (..., k, m) to (..., n, m); leading dimensions broadcast. Backward: dA = dY Bᵀ, dB = Aᵀ dY, summed over
/// the dimensions that were broadcast.
/// </summary>
internal static unsafe class MatrixProduct
{
    /// <summary>The product as PyTorch's matmul has it: vectors, matrices, and batches that broadcast.</summary>
    public static Tensor Matmul(string name, Tensor a, Tensor b)
    {
        Check(name, a, b);
        return Multiply(name, a, b);
    }

    private static void Check(string name, Tensor a, Tensor b)
    {
        if (a.Rank == 0 || b.Rank == 0)
            throw Errors.Shapes(name, a.Sizes, b.Sizes, "both need at least one dimension");
        var inner = b.Sizes[^Math.Min(2, b.Rank)];
        if (a.Sizes[^1] != inner)
            throw Errors.Shapes(name, a.Sizes, b.Sizes, $"rows of {a.Sizes[^1]} meet columns of {inner}");
        if (!Layout.Broadcasts(a.Sizes.AsSpan(..^Math.Min(2, a.Rank)), b.Sizes.AsSpan(..^Math.Min(2, b.Rank))))
            throw Errors.Shapes(name, a.Sizes, b.Sizes, "the dimensions before the last two do not broadcast");
        Errors.RequireType(name, a, b);
    }

    private static Tensor Multiply(string name, Tensor a, Tensor b)
    {
        if (a.Rank == 1 && b.Rank == 1)
            return Multiply(name, a.unsqueeze(0), b.unsqueeze(1)).reshape();
        if (a.Rank == 1)
            return Multiply(name, a.unsqueeze(0), b).squeeze(-2);
        if (b.Rank == 1)
            return Multiply(name, a, b.unsqueeze(1)).squeeze(-1);
        if (b.Rank == 2 && a.Rank > 2)
            // One large product is faster than a batch of small ones.
            return Multiply(name, a.reshape(Layout.Count(a.Sizes.AsSpan(..^1)), a.Sizes[^1]), b).reshape([.. a.Sizes[..^1], b.Sizes[^1]]);
        var result = Product(a, b);
        if (Tape.Open(name, a, b) is not { } node)
            return result;
        var savedA = node.Needs(1) ? node.Save(a) : null;
        var savedB = node.Needs(0) ? node.Save(b) : null;
        var (shapeA, shapeB) = (a.Sizes, b.Sizes);
        node.Define(g =>
        [
            savedB is null ? null : Reduction.SumTo(Product(g[0]!, savedB.Value.transpose(-2, -1)), shapeA),
            savedA is null ? null : Reduction.SumTo(Product(savedA.Value.transpose(-2, -1), g[0]!), shapeB),
        ]);
        return node.Close(result);
    }

    /// <summary>The product of (broadcast batches of) matrices, without history.</summary>
    public static Tensor Product(Tensor a, Tensor b)
    {
        if (DTypes.IsComplex(a.Type))
            throw Complexes.None("matmul", a.Type);
        if (DTypes.IsReduced(a.Type))
            return ProductIn(ScalarType.Float32, a, b);
        if (!DTypes.IsFloating(a.Type))
            return ProductIn(ScalarType.Float64, a, b);
        var batchShape = Layout.Broadcast("matmul", a.Sizes.AsSpan(..^2), b.Sizes.AsSpan(..^2));
        long m = a.Sizes[^2], k = a.Sizes[^1], n = b.Sizes[^1];
        Errors.RequireInt("matmul", m, k, n);
        using var left = MatrixView.Of(a);
        using var right = MatrixView.Of(b);
        var result = Tensor.Empty([.. batchShape, m, n], a.Type);
        var batch = Layout.Count(batchShape);
        var stridesA = Layout.BroadcastStrides(a.Sizes.AsSpan(..^2), left.Tensor.Strides.AsSpan(..^2), batchShape);
        var stridesB = Layout.BroadcastStrides(b.Sizes.AsSpan(..^2), right.Tensor.Strides.AsSpan(..^2), batchShape);
        // The last batch dimension goes to the kernel as one call; the dimensions before it are walked here.
        var inner = batchShape.Length == 0 ? 1 : batchShape[^1];
        var outer = inner == 0 ? 0 : batch / inner;
        if (batchShape.Length > 1 && Even(batchShape, stridesA) && Even(batchShape, stridesB))
            (inner, outer) = (batch, batch == 0 ? 0 : 1);
        long stepA = batchShape.Length == 0 ? 0 : stridesA[^1], stepB = batchShape.Length == 0 ? 0 : stridesB[^1];
        for (long i = 0; i < outer; i++)
        {
            long offsetA = 0, offsetB = 0, rest = i;
            for (var d = batchShape.Length - 2; d >= 0 && inner != batch; d--)
            {
                var position = rest % batchShape[d];
                rest /= batchShape[d];
                offsetA += position * stridesA[d];
                offsetB += position * stridesB[d];
            }

            if (a.Type == ScalarType.Float32)
            {
                float* x = left.Tensor.Pointer<float>() + offsetA, y = right.Tensor.Pointer<float>() + offsetB;
                float* z = result.Pointer<float>() + (i * inner * m * n);
                if (inner == 1)
                    Gemm.Multiply(left.Transposed, right.Transposed, (int)m, (int)n, (int)k, x, left.Leading, y, right.Leading, z, (int)n);
                else
                    Gemm.MultiplyBatched((int)inner, left.Transposed, right.Transposed, (int)m, (int)n, (int)k, x, left.Leading, stepA, y,
                        right.Leading, stepB, z, (int)n, m * n);
            }
            else
            {
                for (long j = 0; j < inner; j++)
                    Gemm.Multiply(left.Transposed, right.Transposed, (int)m, (int)n, (int)k,
                        left.Tensor.Pointer<double>() + offsetA + (j * stepA), left.Leading,
                        right.Tensor.Pointer<double>() + offsetB + (j * stepB), right.Leading,
                        result.Pointer<double>() + (((i * inner) + j) * m * n), (int)n);
            }
        }

        return result;
    }

    // True when one step leads from each matrix of the batch to the next.
    private static bool Even(long[] shape, long[] strides)
    {
        var expected = strides[^1] * shape[^1];
        for (var d = shape.Length - 2; d >= 0; d--)
        {
            if (shape[d] != 1 && strides[d] != expected)
                return false;
            expected *= shape[d];
        }

        return true;
    }

    private static Tensor ProductIn(ScalarType type, Tensor a, Tensor b)
    {
        using var x = Casts.To(a, type);
        using var y = Casts.To(b, type);
        using var product = Product(x, y);
        return Casts.To(product, a.Type);
    }
}
