using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>
    /// Distances between all pairs of rows: x (..., P, M) and y (..., R, M) to d (..., P, R) with d_ij = (sum_k |x_ik - y_jk|^p)^(1/p).
    /// For p = 2 and w = g / d (0 where d is 0) the gradients are (sum_j w_ij) x_i - sum_j w_ij y_j, and the same with x and y exchanged.
    /// </summary>
    internal static class Distances
    {
        public static Tensor Between(Tensor x, Tensor y, double p, bool products)
        {
            if (x.Rank < 2 || y.Rank < 2 || x.Sizes[^1] != y.Sizes[^1])
                throw Errors.Shapes("cdist", x.Sizes, y.Sizes, "it takes rows of equal length");
            if (!(p >= 0))
                throw new ArgumentOutOfRangeException(nameof(p), $"cdist: p must not be negative, but is {p}.");
            Errors.RequireType("cdist", x, y);
            if (p == 2)
                return Euclidean(x, y, products);
            var apart = (x.unsqueeze(-2) - y.unsqueeze(-3)).abs();
            if (p == 0)
                return Binary.Flat("cdist", apart.ne(0).to_type(x.Type).sum(-1), x, y);
            if (p == 1)
                return apart.sum(-1);
            if (double.IsPositiveInfinity(p))
                return apart.amax(-1);
            var sum = apart.pow(p).sum(-1);
            // The root has no slope at 0: there distance and gradient are 0.
            var positive = sum > 0;
            return where(positive, where(positive, sum, sum.ones_like()).pow(1 / p), sum.zeros_like());
        }

        private static Tensor Euclidean(Tensor x, Tensor y, bool products)
        {
            Tensor result;
            using (no_grad())
            {
                result = products
                    ? (x.square().sum(-1, keepdim: true) + y.square().sum(-1).unsqueeze(-2) - (x.matmul(y.mT) * 2)).clamp_min(0).sqrt()
                    : (x.unsqueeze(-2) - y.unsqueeze(-3)).square().sum(-1).sqrt();
            }

            if (Tape.Open("cdist", x, y) is not { } node)
                return result;
            var (savedX, savedY, savedResult) = (node.Save(x), node.Save(y), node.Save(result));
            var (shapeX, shapeY) = (x.Sizes, y.Sizes);
            node.Define(g =>
            {
                var weights = where(savedResult.Value == 0, g[0]!.zeros_like(), g[0]! / savedResult.Value);
                return
                [
                    node.Needs(0) ? Reduction.SumTo(Pull(weights, savedX.Value, savedY.Value), shapeX) : null,
                    node.Needs(1) ? Reduction.SumTo(Pull(weights.mT, savedY.Value, savedX.Value), shapeY) : null,
                ];
            });
            return node.Close(result);
        }

        private static Tensor Pull(Tensor weights, Tensor from, Tensor to) => (weights.sum(-1, keepdim: true) * from) - weights.matmul(to);
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Distances between all pairs of rows: (..., P, M) and (..., R, M) to (..., P, R).</summary>
        /// <param name="compute_mode">Whether Euclidean distances go through a matrix product: by default with more than 25 rows.</param>
        public static Tensor cdist(Tensor x1, Tensor x2, double p = 2,
            compute_mode compute_mode = compute_mode.use_mm_for_euclid_dist_if_necessary) =>
            Distances.Between(x1, x2, p, compute_mode switch
            {
                compute_mode.use_mm_for_euclid_dist => true,
                compute_mode.donot_use_mm_for_euclid_dist => false,
                _ => x1.Rank > 1 && x2.Rank > 1 && (x1.Sizes[^2] > 25 || x2.Sizes[^2] > 25),
            });
    }
}
