// Means x, values t and variances v of one shape: l = (log v + (x - t)^2 / v) / 2.
// dx = dl (x - t) / v, dv = dl (1 / v - (x - t)^2 / v^2) / 2, by autograd.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>Minus the logarithm of a normal density: (log v + (input - target)^2 / v) / 2,
            /// v = max(variance, eps).</summary>
            /// <param name="input">The means.</param>
            /// <param name="target">The values, of the same shape.</param>
            /// <param name="variance">Of the same shape, or one for the last dimension. Its gradient passes through the bound eps.</param>
            /// <param name="full">Whether to add log(2 pi) / 2.</param>
            /// <param name="eps">The least variance.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor gaussian_nll_loss(Tensor input, Tensor target, Tensor variance, bool full = false, float eps = 1E-06f,
                Reduction reduction = Reduction.Mean)
            {
                if (!variance.shape.AsSpan().SequenceEqual(input.shape))
                {
                    ReadOnlySpan<long> before = input.shape.AsSpan(..^1);
                    bool isFlat = variance.shape.AsSpan().SequenceEqual(before);
                    if (!isFlat && !variance.shape.AsSpan().SequenceEqual((long[])[.. before, 1]))
                    {
                        throw Errors.Shapes("gaussian_nll_loss", input.shape, variance.shape,
                            "the variance needs the shape of the input, without its last dimension or with 1 in its place");
                    }
                    variance = isFlat ? variance.unsqueeze(-1) : variance;
                }
                using Tensor present = variance.detach();
                if ((present < 0).any().item<bool>())
                {
                    throw new ArgumentException("gaussian_nll_loss: a variance is negative");
                }
                Tensor bounded = variance + (present.clamp_min(eps) - present);
                Tensor losses = (bounded.log() + (input - target).square() / bounded) * 0.5;
                return Losses.Reduce(full ? losses + 0.5 * Math.Log(2 * Math.PI) : losses, reduction);
            }
        }
    }
}
