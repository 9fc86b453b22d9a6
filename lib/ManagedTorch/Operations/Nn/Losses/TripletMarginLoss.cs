// Anchors a, positives p, negatives n (N, D) to l (N): max(0, margin + d(a, p) - d(a, n)).
// Where l is not 0: dp = dl d'(p), dn = -dl d'(n), and da the sum of both distances' gradients in a, with those signs.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>max(0, margin + d(anchor, positive) - d(anchor, negative)), d the p-norm (Balntas et al. 2016).</summary>
            /// <param name="anchor">Shape (N, D) or (D).</param>
            /// <param name="positive">What shall be near.</param>
            /// <param name="negative">What shall be far.</param>
            /// <param name="margin">By how much farther.</param>
            /// <param name="p">The norm.</param>
            /// <param name="eps">Added to each difference.</param>
            /// <param name="swap">Whether the negative is compared with the nearer of anchor and positive.</param>
            /// <param name="reduction">Mean, sum or none.</param>
            public static Tensor triplet_margin_loss(Tensor anchor, Tensor positive, Tensor negative, double margin = 1, long p = 2,
                double eps = 1E-06, bool swap = false, Reduction reduction = Reduction.Mean) =>
                triplet_margin_with_distance_loss(
                    anchor, positive, negative, (a, b) => pairwise_distance(a, b, p, eps), margin, swap, reduction);

            /// <summary>max(0, margin + d(anchor, positive) - d(anchor, negative)) of a distance of one's own.</summary>
            public static Tensor triplet_margin_with_distance_loss(Tensor anchor, Tensor positive, Tensor negative,
                Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1, bool swap = false, Reduction reduction = Reduction.Mean)
            {
                distance ??= (a, b) => pairwise_distance(a, b);
                Tensor far = distance(anchor, negative);
                if (swap)
                {
                    far = far.minimum(distance(positive, negative));
                }
                return Losses.Reduce((distance(anchor, positive) - far + margin).clamp_min(0), reduction);
            }
        }
    }
}
