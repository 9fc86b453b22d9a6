using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum over three dimensions.</summary>
        public Tensor sum(long dim0, long dim1, long dim2, bool keepdim = false, ScalarType? type = null) =>
            sum([dim0, dim1, dim2], keepdim, type);

        /// <summary>The largest elements over dimensions; none named means all.</summary>
        public Tensor amax(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amax(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest elements over dimensions; none named means all.</summary>
        public Tensor amin(ReadOnlySpan<long> dims, bool keepdim = false, Tensor? @out = null) => amin(dims.ToArray(), keepdim, @out);

        /// <summary>The smallest and the largest element, of all or along a dimension.</summary>
        public (Tensor min, Tensor max) aminmax(long? dim = null, bool keepdim = false)
        {
            long[] dims = dim is { } one ? [one] : [];
            return (amin(dims, keepdim), amax(dims, keepdim));
        }

        /// <summary>Variance over two dimensions.</summary>
        public Tensor var((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Variance over three dimensions.</summary>
        public Tensor var((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>Variance over dimensions.</summary>
        public Tensor var(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Standard deviation over two dimensions.</summary>
        public Tensor std((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Standard deviation over three dimensions.</summary>
        public Tensor std((long, long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>Standard deviation over dimensions.</summary>
        public Tensor std(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over two dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over three dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>Standard deviation and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) std_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            std_mean(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Variance and mean over two dimensions.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long) dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2], unbiased, keepdim, type);

        /// <summary>Variance and mean over three dimensions.</summary>
        public (Tensor @var, Tensor mean) var_mean((long, long, long) dim, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean([dim.Item1, dim.Item2, dim.Item3], unbiased, keepdim, type);

        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            (@var(dimensions, unbiased, keepdim, type), mean(dimensions, keepdim, type));

        /// <summary>Variance and mean over dimensions.</summary>
        public (Tensor std, Tensor mean) var_mean(ReadOnlySpan<long> dimensions, bool unbiased = true, bool keepdim = false,
            ScalarType? type = null) =>
            var_mean(dimensions.ToArray(), unbiased, keepdim, type);

        /// <summary>Sum of all elements that are numbers.</summary>
        public Tensor nansum() => masked_fill(isnan(), 0).sum();

        /// <summary>Mean of the elements that are numbers, of all or along a dimension.</summary>
        public Tensor nanmean(int? dim = null, bool keepdim = false, ScalarType? dtype = null)
        {
            var x = dtype is { } type ? to_type(type) : this;
            long[] dims = dim is { } one ? [one] : [];
            return x.masked_fill(x.isnan(), 0).sum(dims, keepdim) / x.isnan().logical_not().sum(dims, keepdim);
        }

        /// <summary>The middle of the elements that are numbers; the lower of two middle ones.</summary>
        public Tensor nanmedian()
        {
            var numbers = masked_select(isnan().logical_not());
            return numbers.Count == 0 ? reshape(-1).max() : numbers.median();
        }

        /// <summary>The p-norm of the difference.</summary>
        public Tensor dist(Tensor other, float p = 2f) => (this - other).norm(p);

        /// <summary>The k-th smallest element (k counts from 1) along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indices) kthvalue(long k, long? dim, bool keepdim = false)
        {
            var at = Layout.Dimension(dim ?? -1, Rank, "kthvalue");
            if (k < 1 || k > (Rank == 0 ? 1 : Sizes[at]))
                throw Errors.Shape("kthvalue", Sizes, $"there is no {k}-th element along dimension {at}");
            var (values, places) = sort(at);
            if (Rank == 0)
                return (values, places);
            return keepdim
                ? (values.narrow(at, k - 1, 1), places.narrow(at, k - 1, 1))
                : (values.select(at, k - 1), places.select(at, k - 1));
        }

        /// <summary>The k-th smallest element (k counts from 1) along a dimension, and where it is.</summary>
        public static (Tensor values, Tensor indices) kthvalue(Tensor input, long k, long? dim, bool keepdim = false) =>
            input.kthvalue(k, dim, keepdim);

        /// <summary>The most frequent element along a dimension (the smallest of several), and where it is last.</summary>
        public (Tensor values, Tensor indices) mode(long dim = -1, bool keepdim = false)
        {
            if (Rank == 0)
                return (alias(), tensor(0L));
            var at = Layout.Dimension(dim, Rank, "mode");
            var length = Sizes[at];
            Tensor places;
            using (no_grad())
            {
                var x = detach().movedim([at], [-1]);
                var order = x.argsort(-1);
                var ordered = x.gather(-1, order);
                // How many elements up to each place equal the one there: the place of a value's last copy counts all of them.
                var equal = (ordered.unsqueeze(-1) == ordered.unsqueeze(-2)).to_type(ScalarType.Int64).tril();
                var best = equal.sum(-1).argmax(-1, keepdim: true);
                places = order.gather(-1, best).movedim([-1], [at]).contiguous();
            }

            if (length == 0)
                throw Errors.Shape("mode", Sizes, "there is no element to choose from");
            var values = gather(at, places);
            return keepdim ? (values, places) : (values.squeeze(at), places.squeeze(at));
        }

        /// <summary>Sorted along the first dimension.</summary>
        public Tensor msort() => sort(0).Values;

        /// <summary>
        /// Covariance of variables (rows) over observations (columns), divided by the number of observations less the correction.
        /// </summary>
        public Tensor cov(long correction = 1, Tensor? fweights = null, Tensor? aweights = null)
        {
            if (Rank > 2)
                throw Errors.Shape("cov", Sizes, "it takes a vector or a matrix of variables by observations");
            var x = Rank < 2 ? reshape(1, -1) : this;
            var weights = fweights is null ? null : fweights.to_type(x.Type);
            if (aweights is not null)
                weights = weights is null ? aweights.to_type(x.Type) : weights * aweights;
            var total = weights is null ? tensor((double)x.Sizes[1], x.Type) : weights.sum();
            var mean = (weights is null ? x : x * weights).sum(1, keepdim: true) / total;
            var centred = x - mean;
            var norm = aweights is null || correction == 0
                ? total - (double)correction
                : total - ((double)correction * (weights! * aweights).sum() / total);
            var result = (weights is null ? centred : centred * weights).matmul(centred.t()) / norm;
            return Rank < 2 ? result.squeeze() : result;
        }

        /// <summary>Correlation coefficients of variables (rows) over observations (columns), within [-1, 1].</summary>
        public Tensor corrcoef()
        {
            var covariance = cov();
            if (covariance.Rank == 0)
                return covariance / covariance;
            var deviation = covariance.diagonal().sqrt();
            return (covariance / deviation.unsqueeze(1) / deviation.unsqueeze(0)).clip(-1, 1);
        }

        /// <summary>
        /// The elements without repetitions of their neighbours, where each went, and how often each was repeated. No gradient.
        /// </summary>
        public (Tensor output, Tensor inverse_indices, Tensor counts) unique_consecutive(bool return_inverse = false,
            bool return_counts = false, int? dim = null)
        {
            using var noGrad = no_grad();
            var at = dim is { } one ? Layout.Axis(one, Live().Sizes, "unique_consecutive") : 0;
            var count = dim is null ? Count : Sizes[at];
            if (count == 0)
                return (dim is null ? detach().reshape(-1) : detach().clone(), zeros([0], ScalarType.Int64), zeros([0], ScalarType.Int64));
            var rows = dim is null ? detach().reshape(-1, 1) : detach().movedim([at], [0]).reshape(count, Count / count);
            var fresh = cat([ones([1], ScalarType.Bool), (rows.narrow(0, 1, count - 1) != rows.narrow(0, 0, count - 1)).any(1)]);
            var starts = fresh.nonzero().squeeze(1);
            var group = fresh.cumsum(0) - 1;
            var output = dim is null ? detach().reshape(-1).index_select(0, starts) : detach().index_select(at, starts);
            return (output, dim is null ? group.reshape(Sizes) : group, group.bincount(null));
        }
    }
}
