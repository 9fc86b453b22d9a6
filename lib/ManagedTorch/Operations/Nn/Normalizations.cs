using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// y = w x̂ + b with x̂ = (x - mean) r, r = 1 / √(var + eps), means over M elements: of the last dimensions (layer norm) or of a
    /// channel (batch norm). Backward, with h = w dy: dx = r (h - mean(h) - x̂ mean(h x̂)), dw = Σ dy x̂, db = Σ dy.
    /// </summary>
    internal static unsafe class Normalizations
    {
        /// <summary>Ba et al. 2016, equation 3, over the last dimensions.</summary>
        public static Tensor LayerNorm(Tensor x, long[] shape, Tensor? weight, Tensor? bias, double eps)
        {
            if (shape.Length == 0 || x.Rank < shape.Length || !x.Sizes.AsSpan(x.Rank - shape.Length).SequenceEqual(shape))
                throw Errors.Shapes("layer_norm", x.Sizes, shape, "the input must end in the normalised shape");
            foreach (var parameter in new[] { weight, bias })
                if (parameter is not null && !parameter.Sizes.AsSpan().SequenceEqual(shape))
                    throw Errors.Shapes("layer_norm", shape, parameter.Sizes, "weight and bias need the normalised shape");
            Errors.RequireType("layer_norm", x, weight, bias);
            if (x.Type != ScalarType.Float32)
                return LayerNormByParts(x, shape, weight, bias, eps);
            var n = Layout.Count(shape);
            var rows = n == 0 ? 0 : x.Count / n;
            using var input = x.InOrder();
            using var w = weight?.InOrder();
            using var b = bias?.InOrder();
            var result = Tensor.Empty(x.Sizes, x.Type);
            using var mean = Tensor.Empty([rows], ScalarType.Float32);
            using var rstd = Tensor.Empty([rows], ScalarType.Float32);
            Kernels.LayerNorm.Forward(input.Pointer<float>(), w is null ? null : w.Pointer<float>(), b is null ? null : b.Pointer<float>(),
                result.Pointer<float>(), mean.Pointer<float>(), rstd.Pointer<float>(), rows, n, (float)eps);
            GC.KeepAlive(b);
            if (Tape.Open("layer_norm", x, weight, bias) is not { } node)
                return result;
            var (savedInput, savedWeight) = (node.Save(input), w is null ? null : node.Save(w));
            var (savedMean, savedRstd) = (node.Save(mean), node.Save(rstd));
            node.Define(g =>
            {
                var dx = node.Needs(0) ? g[0]!.RoomForGradient() : null;
                using var dy = g[0]!.InOrder();
                var dw = node.Needs(1) ? Tensor.Empty(shape, dy.Type) : null;
                var db = node.Needs(2) ? Tensor.Empty(shape, dy.Type) : null;
                Kernels.LayerNorm.Backward(savedInput.Value.Pointer<float>(),
                    savedWeight is null ? null : savedWeight.Value.Pointer<float>(), dy.Pointer<float>(),
                    savedMean.Value.Pointer<float>(), savedRstd.Value.Pointer<float>(), dx is null ? null : dx.Pointer<float>(),
                    dw is null ? null : dw.Pointer<float>(), db is null ? null : db.Pointer<float>(), rows, n);
                GC.KeepAlive(dy);
                return [dx, dw, db];
            });
            return node.Close(result);
        }

        /// <summary>Ioffe and Szegedy 2015, algorithm 1: each channel over batch and places, or with the running statistics.</summary>
        public static Tensor BatchNorm(Tensor x, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias, bool training,
            double momentum, double eps)
        {
            if (x.Rank < 2)
                throw Errors.Shape("batch_norm", x.Sizes, "it needs (batch, channels, ...)");
            if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
                throw new NotSupportedException($"batch_norm: the embedded engine normalises Float32 and Float64, not {x.Type}.");
            Errors.RequireType("batch_norm", x, runningMean, runningVariance, weight, bias);
            if (!training && (runningMean is null || runningVariance is null))
                throw new ArgumentException("batch_norm: without training, the running mean and variance are needed.");
            long batch = x.Sizes[0], channels = x.Sizes[1], spatial = Layout.Count(x.Sizes.AsSpan(2..));
            if (training && batch * spatial <= 1)
                throw Errors.Shape("batch_norm", x.Sizes, "training needs more than one value for each channel");
            foreach (var parameter in new[] { runningMean, runningVariance, weight, bias })
                if (parameter is not null && parameter.Count != channels)
                    throw Errors.Shapes("batch_norm", x.Sizes, parameter.Sizes, $"there are {channels} channels");
            if (x.Type == ScalarType.Float64)
                return BatchNormByParts(x, runningMean, runningVariance, weight, bias, training, momentum, eps);
            using var input = x.InOrder();
            using var w = weight?.InOrder();
            using var b = bias?.InOrder();
            var result = Tensor.Empty(x.Sizes, x.Type);
            using var mean = Tensor.Empty([channels], ScalarType.Float32);
            using var rstd = Tensor.Empty([channels], ScalarType.Float32);
            float* pw = w is null ? null : w.Pointer<float>(), pb = b is null ? null : b.Pointer<float>();
            if (training)
            {
                using var variance = Tensor.Empty([channels], ScalarType.Float32);
                Kernels.BatchNorm.ForwardTraining(input.Pointer<float>(), pw, pb, result.Pointer<float>(), mean.Pointer<float>(),
                    rstd.Pointer<float>(), variance.Pointer<float>(), batch, channels, spatial, (float)eps);
                using var noGrad = GradMode.Set(false);
                runningMean?.mul_(1 - momentum).add_(mean * momentum);
                runningVariance?.mul_(1 - momentum).add_(variance * momentum);
            }
            else
            {
                using var noGrad = GradMode.Set(false);
                mean.copy_(runningMean!);
                rstd.copy_((runningVariance! + eps).rsqrt());
                using var m = runningMean!.InOrder();
                using var v = runningVariance!.InOrder();
                Kernels.BatchNorm.ForwardEvaluation(input.Pointer<float>(), pw, pb, m.Pointer<float>(), v.Pointer<float>(),
                    result.Pointer<float>(), batch, channels, spatial, (float)eps);
                GC.KeepAlive(m);
                GC.KeepAlive(v);
            }

            GC.KeepAlive(w);
            GC.KeepAlive(b);
            if (Tape.Open("batch_norm", x, weight, bias) is not { } node)
                return result;
            var (savedInput, savedWeight) = (node.Save(input), w is null ? null : node.Save(w));
            var (savedMean, savedRstd) = (node.Save(mean), node.Save(rstd));
            node.Define(g =>
            {
                using var dy = g[0]!.InOrder();
                var dx = Tensor.Empty(dy.Sizes, dy.Type);
                var dw = Tensor.Empty([channels], dy.Type);
                var db = Tensor.Empty([channels], dy.Type);
                Kernels.BatchNorm.Backward(savedInput.Value.Pointer<float>(),
                    savedWeight is null ? null : savedWeight.Value.Pointer<float>(), dy.Pointer<float>(),
                    savedMean.Value.Pointer<float>(), savedRstd.Value.Pointer<float>(), dx.Pointer<float>(), dw.Pointer<float>(),
                    db.Pointer<float>(), batch, channels, spatial, training);
                GC.KeepAlive(dy);
                return [dx, dw, db];
            });
            return node.Close(result);
        }

        private static Tensor BatchNormByParts(Tensor x, Tensor? runningMean, Tensor? runningVariance, Tensor? weight, Tensor? bias,
            bool training, double momentum, double eps)
        {
            long[] dims = [.. Enumerable.Range(0, x.Rank).Where(d => d != 1).Select(d => (long)d)];
            long[] shape = [x.Sizes[1], .. Enumerable.Repeat(1L, x.Rank - 2)];
            var mean = training ? x.mean(dims) : runningMean!.detach();
            var centred = x - mean.reshape(shape);
            var variance = training ? centred.square().mean(dims) : runningVariance!.detach();
            if (training)
            {
                using var noGrad = GradMode.Set(false);
                double count = x.Count / x.Sizes[1];
                runningMean?.mul_(1 - momentum).add_(mean * momentum);
                runningVariance?.mul_(1 - momentum).add_(variance * (momentum * count / (count - 1)));
            }

            var result = centred * (variance + eps).rsqrt().reshape(shape);
            result = weight is null ? result : result * weight.reshape(shape);
            return bias is null ? result : result + bias.reshape(shape);
        }

        private static Tensor LayerNormByParts(Tensor x, long[] shape, Tensor? weight, Tensor? bias, double eps)
        {
            long[] dims = [.. Enumerable.Range(-shape.Length, shape.Length).Select(d => (long)d)];
            var centred = x - x.mean(dims, keepdim: true);
            var result = centred * (centred.square().mean(dims, keepdim: true) + eps).rsqrt();
            result = weight is null ? result : result * weight;
            return bias is null ? result : result + bias;
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
                /// <summary>Each row to mean 0 and variance 1, then scaled and shifted; rows are the last dimensions.</summary>
                public static Tensor layer_norm(Tensor input, long[] normalized_shape, Tensor? weight = null, Tensor? bias = null,
                    double eps = 1E-05) =>
                    Normalizations.LayerNorm(input, normalized_shape, weight, bias, eps);

                /// <summary>Each channel of (batch, channels, ...) to mean 0 and variance 1, then scaled and shifted.</summary>
                public static Tensor batch_norm(Tensor input, Tensor running_mean, Tensor running_var, Tensor? weight = null,
                    Tensor? bias = null, bool training = false, double momentum = 0.1, double eps = 1E-05) =>
                    Normalizations.BatchNorm(input, running_mean, running_var, weight, bias, training, momentum, eps);

                /// <summary>Divided by the p-norm along a dimension, which is taken as at least eps.</summary>
                public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12) =>
                    input / input.norm((int)dim, keepdim: true, p: (float)p).clamp_min(eps);
            }
        }
    }
}
