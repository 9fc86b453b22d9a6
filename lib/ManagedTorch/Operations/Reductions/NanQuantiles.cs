// Quantile q of n numbers in order: with h = q (n - 1), y = x_⌊h⌋ + (h - ⌊h⌋) (x_⌈h⌉ - x_⌊h⌋); dy goes to both, in those shares.
// renorm: slices x to x min(1, maxnorm / |x|_p).

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Like quantile() of what is a number: (number of q, ...); not a number where nothing is. The gradient goes to the two
        /// neighbours of each value, by their shares.</summary>
        public Tensor nanquantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            if (!is_floating_point() || q.dtype != dtype)
                throw new InvalidOperationException($"nanquantile: elements and q must be floats of one type, not {dtype} and {q.dtype}.");
            if (q.Rank > 1 || (q < 0).any().item<bool>() || (q > 1).any().item<bool>())
                throw Errors.Shape("nanquantile", q.Sizes, "q must be a number or a vector of numbers in [0, 1]");
            var at = Layout.Axis(dim, Sizes, "nanquantile");
            if (Sizes[at] == 0)
                throw Errors.Shape("nanquantile", Sizes, $"dimension {at} is empty");
            // Numbers come first in order; their count differs from row to row.
            var ordered = transpose(at, -1).sort().Values;
            var last = (ordered.detach().isnan().logical_not().sum(-1, keepdim: true).to_type(Type) - 1).clamp_min(0);
            var place = last * q.detach().reshape(-1);
            var below = ordered.gather(-1, place.floor().to_type(ScalarType.Int64));
            var above = ordered.gather(-1, place.ceil().to_type(ScalarType.Int64));
            var result = below.lerp(above, place - place.floor()).movedim([-1], [0]).unsqueeze(-1).transpose(at + 1, -1);
            result = keepdim ? result : result.squeeze(at + 1);
            return q.Rank == 0 ? result.squeeze(0) : result;
        }

        /// <summary>Slices along a dimension whose p-norm is above maxnorm are scaled down to it.</summary>
        public Tensor renorm(float p, long dim, float maxnorm)
        {
            var at = Layout.Axis(dim, Sizes, "renorm");
            if (Rank < 2 || !(p > 0) || !(maxnorm >= 0))
                throw Errors.Shape("renorm", Sizes,
                    $"it needs two dimensions or more, p = {p} above 0 and maxnorm = {maxnorm} not below 0");
            var others = Enumerable.Range(0, Rank).Where(d => d != at).Select(d => (long)d).ToArray();
            var sizes = linalg.vector_norm(this, p, others, keepdim: true);
            return this * torch.where(sizes > maxnorm, maxnorm / (sizes + 1e-7), ones_like());
        }
    }

    /// <summary>Like quantile() of what is a number.</summary>
    public static Tensor nanquantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.nanquantile(q, dim, keepdim);

    /// <summary>Slices along a dimension whose p-norm is above maxnorm are scaled down to it.</summary>
    public static Tensor renorm(Tensor input, float p, long dim, float maxnorm) => input.renorm(p, dim, maxnorm);
}
