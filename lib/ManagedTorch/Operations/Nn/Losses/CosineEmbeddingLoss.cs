// Pairs a, b (N, D) and targets (N) to l (N): 1 - cos for target 1, max(0, cos - margin) for -1, with cos = a b / (|a| |b|).
// da = -+ dl (b / (|a| |b|) - cos a / |a|^2), by autograd: - for target 1, + for -1 (0 where the maximum is 0); db likewise.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            // Added to squared lengths, so that a vector of zeros has a direction.
            private const double LeastSquaredLength = 1e-12;

            /// <summary>Draws vectors of a pair together (target 1) or apart (target -1): 1 - cos, or max(0, cos - margin).</summary>
            /// <param name="input1">Shape (N, D) or (D).</param>
            /// <param name="input2">The same shape.</param>
            /// <param name="target">1 or -1 for each pair: (N), or no dimension.</param>
            /// <param name="margin">The cosine that strangers may have.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor cosine_embedding_loss(Tensor input1, Tensor input2, Tensor target, double margin = 0,
                Reduction reduction = Reduction.Mean)
            {
                if (target.ndim > 1 || input1.ndim != target.ndim + 1 || input2.ndim != target.ndim + 1)
                {
                    throw Errors.Shapes("cosine_embedding_loss", input1.shape, target.shape,
                        "it needs (N, D) and (N), or (D) and a scalar");
                }
                Tensor length1 = input1.square().sum(-1) + LeastSquaredLength;
                Tensor length2 = input2.square().sum(-1) + LeastSquaredLength;
                Tensor cosine = (input1 * input2).sum(-1) / (length1 * length2).sqrt();
                Tensor nothing = cosine.zeros_like();
                return Losses.Reduce(
                    where(target == 1, 1 - cosine, nothing) + where(target == -1, (cosine - margin).clamp_min(0), nothing), reduction);
            }
        }
    }
}
