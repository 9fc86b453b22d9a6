using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Embedding: y[..., :] = table[indices[...], :], table (rows, width). Backward: dtable[r, :] = Σ dy over the places that hold r.
    /// </summary>
    internal static unsafe class Lookups
    {
        /// <summary>Rows of a (rows, width) table: indices (...) to (..., width). The row of the padding index gets no gradient.</summary>
        public static Tensor Embedding(Tensor indices, Tensor table, long? paddingIndex)
        {
            if (table.Rank != 2)
                throw Errors.Shapes("embedding", indices.Sizes, table.Sizes, "the table needs (rows, width)");
            if (!DTypes.IsIntegral(indices.Type))
                throw new ArgumentException($"embedding: indices must be integers, not {indices.Type}.");
            if (table.Type != ScalarType.Float32)
            {
                var chosen = table.index_select(0, indices.to_type(ScalarType.Int64).reshape(-1))
                    .reshape([.. indices.Sizes, table.Sizes[1]]);
                return paddingIndex is { } padding ? where(indices.unsqueeze(-1) == padding, chosen.detach(), chosen) : chosen;
            }

            long rows = table.Sizes[0], width = table.Sizes[1];
            using var cast = Casts.To(indices, ScalarType.Int64);
            using var at = cast.InOrder();
            foreach (var index in at.Span<long>())
                if (index < 0 || index >= rows)
                    throw new ArgumentOutOfRangeException(nameof(indices),
                        $"embedding: index {index} is outside the table of {rows} rows.");
            using var weights = table.InOrder();
            var result = Tensor.Empty([.. indices.Sizes, width], ScalarType.Float32);
            Kernels.Embedding.Forward(weights.Pointer<float>(), at.Pointer<long>(), result.Pointer<float>(), at.Count, width);
            GC.KeepAlive(weights);
            if (Tape.Open("embedding", table) is not { } node)
                return result;
            var saved = node.Save(at);
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dTable = Tensor.Zeros([rows, width], ScalarType.Float32);
                Kernels.Embedding.Backward(saved.Value.Pointer<long>(), dy.Pointer<float>(), dTable.Pointer<float>(), saved.Value.Count,
                    rows, width, paddingIndex ?? -1);
                GC.KeepAlive(dy);
                return [dTable];
            });
            return node.Close(result);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static partial class functional
            {
                /// <summary>A 1 at the position of each class number: (...) to (..., num_classes), Int64.</summary>
                public static Tensor one_hot(Tensor x, long num_classes = -1)
                {
                    var classes = num_classes >= 0 ? num_classes : x.Count == 0 ? 0 : x.max().item<long>() + 1;
                    if (x.Count > 0 && (x.min().item<long>() < 0 || x.max().item<long>() >= classes))
                        throw new ArgumentOutOfRangeException(nameof(x), $"one_hot: a class number is outside [0, {classes}).");
                    return x.unsqueeze(-1).eq(arange(classes)).to_type(ScalarType.Int64);
                }

                /// <summary>In training, elements are zeroed with probability p and the rest divided by 1 - p.</summary>
                public static Tensor dropout(Tensor input, double p = 0.5, bool training = true, bool inplace = false)
                {
                    if (p is < 0 or > 1)
                        throw new ArgumentOutOfRangeException(nameof(p), $"dropout: the probability must be in [0, 1], not {p}.");
                    if (!training || p == 0)
                        return input.Same();
                    var mask = input.empty_like();
                    using (no_grad())
                        mask.bernoulli_(1 - p).mul_(p == 1 ? 0 : 1 / (1 - p));
                    return inplace ? input.mul_(mask) : input * mask;
                }
            }
        }
    }
}
