using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// The losses of classification. Cross entropy of logits x (N, C) and classes t (N), p = softmax(x): l = w_t (log Σ_c exp(x_c) - x_t),
    /// dx_c = dl w_t (p_c - [c = t]); smoothed by s, the share s of the target lies evenly on all classes. Binary, of logits and targets
    /// of one shape: l = x (1 - t) + log(1 + exp(-x)), dx = dl (sigmoid(x) - t). A mean divides by the weights that count.
    /// </summary>
    internal static unsafe class Losses
    {
        public static Tensor Reduce(Tensor losses, nn.Reduction reduction) => reduction switch
        {
            nn.Reduction.None => losses,
            nn.Reduction.Sum => losses.sum(),
            _ => losses.mean(),
        };

        /// <summary>-log softmax(logits)[target], fused. Targets are class numbers, or probabilities of the logits' shape.</summary>
        public static Tensor CrossEntropy(Tensor logits, Tensor target, Tensor? weight, long ignore, nn.Reduction reduction,
            double smoothing)
        {
            if (logits.Rank is 0)
                throw Errors.Shapes("cross_entropy", logits.Sizes, target.Sizes, "the logits need a dimension of classes");
            if (DTypes.IsFloating(target.Type))
                return Soft(logits, target, weight, reduction, smoothing);
            if (logits.Rank == 1)
                return CrossEntropy(logits.unsqueeze(0), target.reshape(1), weight, ignore, reduction, smoothing) is var one
                    && reduction == nn.Reduction.None ? one.squeeze(0) : one;
            long[] expected = [logits.Sizes[0], .. logits.Sizes[2..]];
            if (!target.Sizes.AsSpan().SequenceEqual(expected))
                throw Errors.Shapes("cross_entropy", logits.Sizes, target.Sizes, $"the targets need shape {Layout.Text(expected)}");
            if (target.Type != ScalarType.Int64)
                throw new ArgumentException($"cross_entropy: class numbers must be Int64, not {target.Type}.");
            var classes = logits.Sizes[1];
            if (weight is not null && weight.Count != classes)
                throw Errors.Shapes("cross_entropy", logits.Sizes, weight.Sizes, $"there are {classes} classes");
            if (logits.Rank > 2)
            {
                // (N, C, places) to (N * places, C).
                long[] last = [0, .. Enumerable.Range(2, logits.Rank - 2).Select(d => (long)d), 1];
                var flat = CrossEntropy(logits.permute(last).reshape(-1, classes), target.reshape(-1), weight, ignore, reduction,
                    smoothing);
                return reduction == nn.Reduction.None ? flat.reshape(expected) : flat;
            }

            if (logits.Type != ScalarType.Float32)
                return ByParts(logits, target, weight, ignore, reduction, smoothing);
            var rows = logits.Sizes[0];
            using var x = logits.InOrder();
            using var t = target.InOrder();
            using var w = weight is null ? null : Ordered(weight);
            var losses = Tensor.Empty([rows], ScalarType.Float32);
            using var logSumExp = Tensor.Empty([rows], ScalarType.Float32);
            Kernels.CrossEntropy.Forward(x.Pointer<float>(), t.Pointer<long>(), w is null ? null : w.Pointer<float>(), ignore,
                (float)smoothing, rows, classes, losses.Pointer<float>(), logSumExp.Pointer<float>());
            GC.KeepAlive(w);
            if (Tape.Open("cross_entropy", logits) is { } node)
            {
                var (savedLogits, savedTarget, savedSum) = (node.Save(x), node.Save(t), node.Save(logSumExp));
                var savedWeight = w is null ? null : node.Save(w);
                node.Define(g =>
                {
                    using var dy = g[0]!.InOrder();
                    var dx = Tensor.Empty(savedLogits.Value.Sizes, ScalarType.Float32);
                    Kernels.CrossEntropy.Backward(savedLogits.Value.Pointer<float>(), savedSum.Value.Pointer<float>(),
                        savedTarget.Value.Pointer<long>(), savedWeight is null ? null : savedWeight.Value.Pointer<float>(),
                        ignore, (float)smoothing, dy.Pointer<float>(), dx.Pointer<float>(), rows, classes);
                    GC.KeepAlive(dy);
                    return [dx];
                });
                node.Close(losses);
            }

            return reduction == nn.Reduction.Mean ? losses.sum() / Share(t, w, ignore) : Reduce(losses, reduction);
        }

        public static Tensor NegativeLogLikelihood(Tensor logs, Tensor target, Tensor? weight, nn.Reduction reduction)
        {
            long[] expected = logs.Rank < 2 ? [-1] : [logs.Sizes[0], .. logs.Sizes[2..]];
            if (!target.Sizes.AsSpan().SequenceEqual(expected))
                throw Errors.Shapes("nll_loss", logs.Sizes, target.Sizes, "it needs (N, C, ...) and class numbers (N, ...)");
            var picked = logs.gather(1, target.unsqueeze(1)).squeeze(1).neg();
            if (weight is null)
                return Reduce(picked, reduction);
            var weights = weight.index_select(0, target.reshape(-1)).reshape(target.Sizes);
            return reduction == nn.Reduction.Mean ? (picked * weights).sum() / weights.sum() : Reduce(picked * weights, reduction);
        }

        public static Tensor BinaryCrossEntropy(Tensor logits, Tensor target, Tensor? weight, nn.Reduction reduction,
            Tensor? positiveWeights)
        {
            if (!target.Sizes.AsSpan().SequenceEqual(logits.Sizes))
                throw Errors.Shapes("binary_cross_entropy_with_logits", logits.Sizes, target.Sizes, "they must be equal");
            var ofPositive = logits.log_sigmoid().neg();
            var factor = positiveWeights is null ? ofPositive : ofPositive * (((positiveWeights - 1) * target) + 1);
            var losses = ((1 - target) * logits) + factor;
            return Reduce(weight is null ? losses : losses * weight, reduction);
        }

        // What the mean divides by: the sum of the weights of the targets that count.
        private static double Share(Tensor target, Tensor? weight, long ignore)
        {
            var classWeights = weight is null ? default : weight.Span<float>();
            double share = 0;
            foreach (var t in target.Span<long>())
                share += t == ignore ? 0 : weight is null ? 1 : classWeights[(int)t];
            GC.KeepAlive(weight);
            return share;
        }

        private static Tensor Ordered(Tensor weight)
        {
            using var cast = Casts.To(weight, ScalarType.Float32);
            return cast.InOrder();
        }

        private static Tensor Soft(Tensor logits, Tensor target, Tensor? weight, nn.Reduction reduction, double smoothing)
        {
            if (!target.Sizes.AsSpan().SequenceEqual(logits.Sizes))
                throw Errors.Shapes("cross_entropy", logits.Sizes, target.Sizes, "targets of probabilities need the shape of the logits");
            var dim = logits.Rank == 1 ? 0 : 1;
            if (smoothing > 0)
                target = (target * (1 - smoothing)) + (smoothing / logits.Sizes[dim]);
            var terms = logits.log_softmax(dim) * target;
            if (weight is not null)
                terms *= weight.reshape([.. Enumerable.Range(0, logits.Rank).Select(d => d == dim ? -1L : 1)]);
            var losses = terms.sum(dim).neg();
            return reduction == nn.Reduction.Mean ? losses.sum() / (double)Math.Max(1, losses.Count) : Reduce(losses, reduction);
        }

        private static Tensor ByParts(Tensor logits, Tensor target, Tensor? weight, long ignore, nn.Reduction reduction, double smoothing)
        {
            var counted = target != ignore;
            var safe = where(counted, target, target.zeros_like());
            var logs = logits.log_softmax(1);
            var weights = (weight ?? ones(logits.Sizes[1], logits.Type)).to_type(logits.Type);
            var picked = weights.index_select(0, safe) * counted.to_type(logits.Type);
            var losses = logs.gather(1, safe.unsqueeze(1)).squeeze(1).neg() * picked * (1 - smoothing);
            if (smoothing > 0)
                losses += (logs * weights).sum(1).neg() * counted.to_type(logits.Type) * (smoothing / logits.Sizes[1]);
            return reduction == nn.Reduction.Mean ? losses.sum() / picked.sum() : Reduce(losses, reduction);
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
                /// <summary>
                /// -log softmax(input)[target]: (N, C) or (N, C, ...) against class numbers (N, ...), or against probabilities.
                /// </summary>
                public static Tensor cross_entropy(Tensor input, Tensor target, Tensor? weight = null, long ignore_index = -100,
                    Reduction reduction = Reduction.Mean, double label_smoothing = 0) =>
                    Losses.CrossEntropy(input, target, weight, ignore_index, reduction, label_smoothing);

                /// <summary>-input[target] of log probabilities: (N, C) or (N, C, ...) against class numbers (N, ...).</summary>
                public static Tensor nll_loss(Tensor input, Tensor target, Tensor? weight = null, Reduction reduction = Reduction.Mean) =>
                    Losses.NegativeLogLikelihood(input, target, weight, reduction);

                /// <summary>Cross entropy of sigmoid(input) with probabilities, without overflow.</summary>
                public static Tensor binary_cross_entropy_with_logits(Tensor input, Tensor target, Tensor? weight = null,
                    Reduction reduction = Reduction.Mean,
                    Tensor? pos_weights = null) => Losses.BinaryCrossEntropy(input, target, weight, reduction, pos_weights);

                /// <summary>target (log target - input) of log probabilities; the target may be given as logarithms.</summary>
                public static Tensor kl_div(Tensor input, Tensor target, bool log_target = true, Reduction reduction = Reduction.Mean) =>
                    Losses.Reduce(log_target ? target.exp() * (target - input)
                        : where(target == 0, zeros_like(target), target * target.log()) - (target * input), reduction);

                /// <summary>Squared differences.</summary>
                public static Tensor mse_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Losses.Reduce((input - target).square(), reduction);

                /// <summary>Absolute differences.</summary>
                public static Tensor l1_loss(Tensor input, Tensor target, Reduction reduction = Reduction.Mean) =>
                    Losses.Reduce((input - target).abs(), reduction);

                /// <summary>Cosine of the angle between vectors along a dimension.</summary>
                public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                    (x1 * x2).sum(dim) / (x1.norm((int)dim).clamp_min(eps) * x2.norm((int)dim).clamp_min(eps));
            }
        }
    }
}
