using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// O = P V with P = softmax(S), S = Q Kᵀ / √E + mask; Q (..., L, E), K (..., S, E), V (..., S, Ev), O (..., L, Ev), mask to (..., L, S).
    /// Vaswani et al. 2017, equation 1. Backward: dV = Pᵀ dO, dP = dO Vᵀ, dS = P (dP - rows of Σ dO O), dQ = dS K / √E, dK = dSᵀ Q / √E.
    /// P is kept only where it is small; else it is computed anew from the log-sum-exp of each row (Dao et al. 2022, algorithm 4).
    /// </summary>
    internal static unsafe class AttentionOperation
    {
        public static Tensor Apply(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
        {
            Check(query, key, value, mask, causal);
            if (mask is not null && Shut(mask) is { } shut)
            {
                // A query without any key gets zeros, not 0 / 0: it attends to all keys, and its result is dropped.
                var open = mask.Type == ScalarType.Bool ? mask | shut : mask.masked_fill(shut, 0);
                return Apply(query, key, value, open, dropout, causal).masked_fill(shut, 0);
            }

            var plain = query.Type == ScalarType.Float32 && key.Type == ScalarType.Float32 && value.Type == ScalarType.Float32
                && dropout == 0 && mask?.History is null;
            if (!plain || query.Rank > 4 || !SameBatch(query, key, value))
                return ByParts(query, key, value, mask, dropout, causal);

            // (E), (T, E), (H, T, E) become (1, 1, T, E) and so on.
            using var q = Four(query);
            using var k = Four(key);
            using var v = Four(value);
            var shape = (long[])[.. query.Sizes[..^1], value.Sizes[^1]];
            long batch = q.Sizes[0], heads = q.Sizes[1], rows = q.Sizes[2], columns = k.Sizes[2];
            Errors.RequireInt("scaled_dot_product_attention", batch, heads, rows, columns, q.Sizes[3], v.Sizes[3]);
            using var additive = mask is null ? null : Additive(mask, [batch, heads, rows, columns]);
            var problem = new AttentionProblem
            {
                Batch = (int)batch,
                Heads = (int)heads,
                QueryLength = (int)rows,
                KeyLength = (int)columns,
                HeadDimension = (int)q.Sizes[3],
                ValueDimension = (int)v.Sizes[3],
                Scale = (float)(1 / Math.Sqrt(q.Sizes[3])),
                Causal = causal,
            };

            // Laid out (B, T, H, E): the caller's transpose(1, 2) then gives rows in order.
            using var buffer = Tensor.Empty([batch, rows, heads, v.Sizes[3]], ScalarType.Float32);
            using var output = Swap(buffer);
            using var probabilities = Attention.KeepsProbabilities(problem)
                ? Tensor.Empty([batch, heads, rows, columns], ScalarType.Float32) : null;
            using var logSumExp = Tensor.Empty([batch, heads, rows], ScalarType.Float32);
            Bind(ref problem, q, k, v, additive);
            Attention.Forward(problem, Input(output), probabilities is null ? null : probabilities.Pointer<float>(),
                logSumExp.Pointer<float>());
            GC.KeepAlive(additive);
            var result = output.ViewOf(shape, StridesOf(output, shape.Length), output.Offset);
            if (Tape.Open("scaled_dot_product_attention", query, key, value) is not { } node)
                return result;
            var (savedQ, savedK, savedV) = (node.Save(q), node.Save(k), node.Save(v));
            var savedMask = additive is null ? null : node.Save(additive);
            var savedProbabilities = probabilities is null ? null : node.Save(probabilities);
            var savedLogSumExp = node.Save(logSumExp);
            var (shapeQ, shapeK, shapeV) = (query.Sizes, key.Sizes, value.Sizes);
            node.Define(g =>
            {
                using var dy = Four(g[0]!);
                using var dq = node.Needs(0) ? Gradient(savedQ.Value) : null;
                using var dk = node.Needs(1) ? Gradient(savedK.Value) : null;
                using var dv = node.Needs(2) ? Gradient(savedV.Value) : null;
                var p = problem;
                Bind(ref p, savedQ.Value, savedK.Value, savedV.Value, savedMask?.Value);
                Attention.Backward(p, Input(dy), savedProbabilities is null ? null : savedProbabilities.Value.Pointer<float>(),
                    savedLogSumExp.Value.Pointer<float>(), InputOrNone(dq), InputOrNone(dk), InputOrNone(dv));
                GC.KeepAlive(dy);
                return [Shaped(dq, shapeQ), Shaped(dk, shapeK), Shaped(dv, shapeV)];
            });
            return node.Close(result);
        }

        /// <summary>The same from separate operations: for doubles, dropout, learned masks and batches that broadcast.</summary>
        private static Tensor ByParts(Tensor query, Tensor key, Tensor value, Tensor? mask, double dropout, bool causal)
        {
            var scores = query.matmul(key.transpose(-2, -1)) / Math.Sqrt(query.Sizes[^1]);
            if (causal)
            {
                var allowed = ones([query.Sizes[^2], key.Sizes[^2]], ScalarType.Bool)
                    .to_type(ScalarType.Byte).tril().to_type(ScalarType.Bool);
                scores = scores.masked_fill(~allowed, double.NegativeInfinity);
            }

            if (mask is not null)
                scores = mask.Type == ScalarType.Bool ? scores.masked_fill(~mask, double.NegativeInfinity) : scores + mask;
            var weights = scores.softmax(-1);
            return (dropout > 0 ? nn.functional.dropout(weights, dropout) : weights).matmul(value);
        }

        private static void Check(Tensor query, Tensor key, Tensor value, Tensor? mask, bool causal)
        {
            const string name = "scaled_dot_product_attention";
            if (query.Rank < 2 || key.Rank < 2 || value.Rank < 2 || query.Sizes[^1] != key.Sizes[^1])
                throw Errors.Shapes(name, query.Sizes, key.Sizes, "queries and keys need a last dimension of one length");
            if (key.Sizes[^2] != value.Sizes[^2])
                throw Errors.Shapes(name, key.Sizes, value.Sizes, "there must be as many keys as values");
            if (!Layout.Broadcasts(query.Sizes.AsSpan(..^2), key.Sizes.AsSpan(..^2)))
                throw Errors.Shapes(name, query.Sizes, key.Sizes, "the dimensions before the last two do not broadcast");
            if (!Layout.Broadcasts(key.Sizes.AsSpan(..^2), value.Sizes.AsSpan(..^2))
                || !Layout.Broadcasts(query.Sizes.AsSpan(..^2), value.Sizes.AsSpan(..^2)))
                throw Errors.Shapes(name, query.Sizes, value.Sizes, "the dimensions before the last two do not broadcast");
            Errors.RequireType(name, query, key, value);
            if (mask is not null && causal)
                throw new ArgumentException($"{name}: give either a mask or is_casual, not both.");
            if (mask is not null && mask.Type != ScalarType.Bool && !DTypes.IsFloating(mask.Type))
                throw new ArgumentException($"{name}: the mask is Bool (true = may attend) or floats that are added, not {mask.Type}.");
        }

        // Which queries may attend to nothing, as a column; null when there is none.
        private static Tensor? Shut(Tensor mask)
        {
            using var noGrad = GradMode.Set(false);
            if (mask.Rank == 0 || mask.Sizes[^1] == 0)
                return null;
            var shut = mask.Type == ScalarType.Bool ? ~mask.any(-1, keepdim: true)
                : mask.amax([-1L], keepdim: true) == double.NegativeInfinity;
            return shut.any().item<bool>() ? shut : null;
        }

        private static bool SameBatch(Tensor query, Tensor key, Tensor value) =>
            query.Sizes.AsSpan(..^2).SequenceEqual(key.Sizes.AsSpan(..^2))
                && query.Sizes.AsSpan(..^2).SequenceEqual(value.Sizes.AsSpan(..^2));

        // Four dimensions with a last stride of 1; belongs to the caller.
        private static Tensor Four(Tensor x)
        {
            var extra = 4 - x.Rank;
            long[] sizes = [.. Enumerable.Repeat(1L, extra), .. x.Sizes];
            if (x.Strides[^1] != 1 && x.Sizes[^1] > 1)
            {
                using var copy = x.Copy();
                return copy.ViewOf(sizes, Layout.ContiguousStrides(sizes), 0);
            }

            return x.ViewOf(sizes, [.. Enumerable.Repeat(0L, extra), .. x.Strides[..^1], 1], x.Offset);
        }

        private static Tensor Additive(Tensor mask, long[] shape)
        {
            var wide = Layout.Broadcast("scaled_dot_product_attention", mask.Sizes, shape);
            if (!wide.AsSpan().SequenceEqual(shape))
                throw Errors.Shapes("scaled_dot_product_attention", mask.Sizes, shape,
                    "the mask must broadcast to (batch, heads, queries, keys)");
            using var noGrad = GradMode.Set(false);
            using var numbers = mask.Type == ScalarType.Bool
                ? where(mask, Creation.Full([], 0f, ScalarType.Float32), Creation.Full([], float.NegativeInfinity, ScalarType.Float32))
                : Casts.To(mask, ScalarType.Float32);
            return numbers.ViewOf(shape, Layout.BroadcastStrides(numbers.Sizes, numbers.Strides, shape), numbers.Offset);
        }

        private static void Bind(ref AttentionProblem problem, Tensor q, Tensor k, Tensor v, Tensor? mask)
        {
            problem.Query = Input(q);
            problem.Key = Input(k);
            problem.Value = Input(v);
            if (mask is null)
                return;
            problem.Mask = mask.Pointer<float>();
            (problem.MaskBatchStride, problem.MaskHeadStride, problem.MaskRowStride, problem.MaskColumnStride) =
                (mask.Strides[0], mask.Strides[1], mask.Strides[2], mask.Strides[3]);
        }

        private static AttentionInput Input(Tensor x) =>
            new() { Pointer = x.Pointer<float>(), BatchStride = x.Strides[0], HeadStride = x.Strides[1], RowStride = x.Strides[2] };

        private static AttentionInput InputOrNone(Tensor? x) => x is null ? default : Input(x);

        private static Tensor Gradient(Tensor like)
        {
            using var buffer = Tensor.Empty([like.Sizes[0], like.Sizes[2], like.Sizes[1], like.Sizes[3]], ScalarType.Float32);
            return Swap(buffer);
        }

        private static Tensor Swap(Tensor x) =>
            x.ViewOf([x.Sizes[0], x.Sizes[2], x.Sizes[1], x.Sizes[3]], [x.Strides[0], x.Strides[2], x.Strides[1], x.Strides[3]], x.Offset);

        private static long[] StridesOf(Tensor four, int rank) => four.Strides[(4 - rank)..];

        private static Tensor? Shaped(Tensor? four, long[] shape) =>
            four?.ViewOf((long[])shape.Clone(), StridesOf(four, shape.Length), four.Offset);
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
                /// <summary>softmax(Q Kᵀ / sqrt(E) + mask) V: (..., T, E), (..., S, E), (..., S, Ev) to (..., T, Ev).</summary>
                /// <param name="query">Queries.</param>
                /// <param name="key">Keys.</param>
                /// <param name="value">Values.</param>
                /// <param name="attn_mask">Broadcasts to (..., T, S). Bool: true = may attend. Floats are added to the scores.</param>
                /// <param name="p">Dropout of the attention weights.</param>
                /// <param name="is_casual">Query i sees keys 0 to i only (spelled as in TorchSharp).</param>
                public static Tensor scaled_dot_product_attention(Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null,
                    double p = 0, bool is_casual = false) =>
                    AttentionOperation.Apply(query, key, value, attn_mask, p, is_casual);
            }
        }
    }
}
