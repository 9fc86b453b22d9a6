// Mean and variance over M elements: m = Σ x / M, v = Σ (x - m)² / (M - c), c = 1 when unbiased.
// dx = dm / M + dv 2 (x - m) / (M - c); of the standard deviation s, dv = ds / (2 s). Median and quantiles send dy to the elements chosen.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Standard deviation and mean of all elements.</summary>
        public (Tensor std, Tensor mean) std_mean(bool unbiased = true) => (std(unbiased), mean());

        /// <summary>Standard deviation and mean over a dimension.</summary>
        public (Tensor std, Tensor mean) std_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim], unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (std(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <summary>Variance and mean of all elements.</summary>
        public (Tensor @var, Tensor mean) var_mean(bool unbiased = true) => (var(unbiased), mean());

        /// <summary>Variance and mean over a dimension.</summary>
        public (Tensor @var, Tensor mean) var_mean(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (var([dim], unbiased, keepdim, type), mean([dim], keepdim, type));

        /// <summary>The middle element in order; the lower of two middle ones.</summary>
        public Tensor median()
        {
            if (Count == 0)
                throw Errors.Shape("median", Sizes, "there is no element to choose from");
            var flat = reshape(-1);
            var (values, order) = flat.sort();
            // NaN sorts last; one NaN makes the result NaN.
            var middle = is_floating_point() && values[-1].isnan().item<bool>() ? Count - 1 : (Count - 1) / 2;
            return flat.gather(0, order.narrow(0, middle, 1)).squeeze(0);
        }

        /// <summary>The values below which shares q of the elements lie, interpolated: (number of q, ...).</summary>
        public Tensor quantile(Tensor q, long dim = -1, bool keepdim = false)
        {
            if (!is_floating_point() || q.dtype != dtype)
                throw new InvalidOperationException($"quantile: elements and q must be floats of one type, not {dtype} and {q.dtype}.");
            if (q.Rank > 1 || (q < 0).any().item<bool>() || (q > 1).any().item<bool>())
                throw Errors.Shape("quantile", q.Sizes, "q must be a number or a vector of numbers in [0, 1]");
            var at = Layout.Dimension(dim, Rank, "quantile");
            var ordered = transpose(at, -1).sort().Values;
            var place = q.reshape(-1) * (double)(Sizes[at] - 1);
            var low = place.floor();
            // (..., n) to (..., q): both neighbours, mixed.
            var below = ordered.index_select(-1, low.to_type(ScalarType.Int64));
            var above = ordered.index_select(-1, place.ceil().to_type(ScalarType.Int64));
            var mixed = below.lerp(above, place - low);
            var result = mixed.movedim([-1], [0]).unsqueeze(-1).transpose(at + 1, -1);
            result = keepdim ? result : result.squeeze(at + 1);
            return q.Rank == 0 ? result.squeeze(0) : result;
        }

        /// <summary>How many elements fall into each of equal bins from min to max (0, 0: of the elements). No gradient.</summary>
        public Tensor histc(long bins = 100, long min = 0, long max = 0)
        {
            using var scope = NewDisposeScope();
            using var noGrad = no_grad();
            if (!is_floating_point() || bins < 1 || min > max)
                throw Errors.Shape("histc", Sizes, "it needs floats, at least one bin, and min <= max");
            var flat = detach().reshape(-1).to_type(ScalarType.Float64);
            var (low, high) = ((double)min, (double)max);
            if (low == high && Count > 0)
                (low, high) = (flat.min().item<double>(), flat.max().item<double>());
            if (low == high)
                (low, high) = (low - 1, high + 1);
            var inside = flat[(flat >= low) & (flat <= high)];
            var bin = ((inside - low) * (bins / (high - low))).to_type(ScalarType.Int64).clamp(0, bins - 1);
            return scope.MoveToOuter(bin.bincount(null!, bins).to_type(Type));
        }

        /// <summary>How often each whole number occurs, or the sum of the weights where it does. No gradient.</summary>
        public Tensor bincount(Tensor? weights, long minlength = 0)
        {
            if (Rank != 1 || !DTypes.IsIntegral(Type) || (Count > 0 && min().ToInt64() < 0))
                throw Errors.Shape("bincount", Sizes, "it takes a vector of whole numbers that are not negative");
            using var noGrad = no_grad();
            var length = Math.Max(minlength, Count == 0 ? 0 : max().ToInt64() + 1);
            var addends = weights is null ? ones([Count], ScalarType.Int64) : weights.Type == ScalarType.Float32 ? weights
                : weights.to_type(ScalarType.Float64);
            return Zeros([length], addends.Type).scatter_add_(0, to_type(ScalarType.Int64), addends);
        }

        /// <summary>Positions drawn with probabilities proportional to the elements: (n) to (num_samples), (rows, n) to (rows,
        /// num_samples).</summary>
        public Tensor multinomial(long num_samples, bool replacement = false, Generator? generator = null)
        {
            if (Rank is not (1 or 2) || !is_floating_point())
                throw Errors.Shape("multinomial", Sizes, "it takes a vector or rows of float weights");
            using var cast = Casts.To(this, ScalarType.Float32);
            using var weights = cast.InOrder();
            var (rows, n) = Rank == 1 ? (1, (int)Sizes[0]) : ((int)Sizes[0], (int)Sizes[1]);
            var result = Empty(Rank == 1 ? [num_samples] : [rows, num_samples], ScalarType.Int64);
            var places = new long[num_samples];
            for (var row = 0; row < rows; row++)
            {
                (generator ?? Generator.Default).FillMultinomial(weights.Span<float>().Slice(row * n, n), places, replacement);
                places.CopyTo(result.Span<long>().Slice(row * (int)num_samples, (int)num_samples));
            }

            return result;
        }

        /// <summary>
        /// The different elements (or slices along a dimension) in order, where each went, and how often each occurs. No gradient.
        /// </summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique(bool sorted = true, bool return_inverse = false,
            bool return_counts = false, int? dim = null)
        {
            using var noGrad = no_grad();
            if (dim is { } along)
                return UniqueSlices.Apply(this, along);
            var flat = detach().reshape(-1);
            var (values, order) = flat.sort();
            if (Count == 0)
                return (values, order.reshape(Sizes), order);
            var starts = cat([ones([1], ScalarType.Bool), values[1..] != values[..^1]]);
            var group = starts.cumsum(0) - 1;
            var inverse = zeros([Count], ScalarType.Int64).scatter_(0, order, group).reshape(Sizes);
            return (values[starts], inverse, group.bincount(null));
        }
    }

    /// <summary>Standard deviation and mean of all elements.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, bool unbiased = true) => input.std_mean(unbiased);

    /// <summary>Standard deviation and mean over a dimension.</summary>
    public static (Tensor std, Tensor mean) std_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.std_mean(dimensions, unbiased, keepdim, type);

    /// <summary>Variance and mean of all elements.</summary>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, bool unbiased = true) => input.var_mean(unbiased);

    /// <summary>Variance and mean over a dimension.</summary>
    public static (Tensor @var, Tensor mean) var_mean(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false,
        ScalarType? type = null) =>
        input.var_mean(dimensions, unbiased, keepdim, type);

    /// <summary>The middle element in order; the lower of two middle ones.</summary>
    public static Tensor median(Tensor input) => input.median();

    /// <summary>The values below which shares q of the elements lie, interpolated.</summary>
    public static Tensor quantile(Tensor input, Tensor q, long dim = -1, bool keepdim = false) => input.quantile(q, dim, keepdim);

    /// <summary>How many elements fall into each of equal bins from min to max (0, 0: of the elements).</summary>
    public static Tensor histc(Tensor input, long bins = 100, long min = 0, long max = 0) => input.histc(bins, min, max);

    /// <summary>How often each whole number occurs, or the sum of the weights where it does.</summary>
    public static Tensor bincount(Tensor input, Tensor? weights = null, long minlength = 0) => input.bincount(weights, minlength);

    /// <summary>Positions drawn with probabilities proportional to the elements.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    /// <summary>The different elements in order, where each element went, and how often each occurs.</summary>
    public static (Tensor output, Tensor inverse_indices, Tensor counts) unique(Tensor input, bool sorted = true,
        bool return_inverse = false,
        bool return_counts = false, int? dim = null) => input.unique(sorted, return_inverse, return_counts, dim);
}
