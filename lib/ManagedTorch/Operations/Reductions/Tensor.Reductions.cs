using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sum of all elements; integers sum to Int64.</summary>
        public Tensor sum(ScalarType? type = null) => Typed(NotZero("sum", type), x => Reduction.RecordedSum(x, [], false));

        /// <summary>Sum over a dimension.</summary>
        public Tensor sum(long dim, bool keepdim = false, ScalarType? type = null) =>
            Typed(type, x => Reduction.RecordedSum(x, [dim], keepdim));

        /// <summary>Sum over two dimensions.</summary>
        public Tensor sum(long dim0, long dim1, bool keepdim = false, ScalarType? type = null) =>
            Typed(type, x => Reduction.RecordedSum(x, [dim0, dim1], keepdim));

        /// <summary>Sum over dimensions; none named means all.</summary>
        public Tensor sum(long[] dim, bool keepdim = false, ScalarType? type = null) =>
            Typed(type, x => Reduction.RecordedSum(x, dim, keepdim));

        /// <summary>Sum over dimensions; none named means all.</summary>
        public Tensor sum(ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) => sum(dim.ToArray(), keepdim, type);

        /// <summary>Mean of all elements.</summary>
        public Tensor mean() => mean([]);

        /// <summary>Mean over dimensions; none named means all.</summary>
        public Tensor mean(long[] dimensions, bool keepdim = false, ScalarType? type = null)
        {
            var wanted = type ?? dtype;
            if (!DTypes.IsFloating(wanted))
                throw new InvalidOperationException(
                    $"mean: the mean of {wanted} elements is no {wanted}; convert them first, or pass type: ScalarType.Float32.");
            var mask = Reduction.Mask("mean", this, dimensions);
            var count = Layout.Count(Sizes.Where((_, i) => mask[i]).ToArray());
            return Typed(type, x => Reduction.RecordedSum(x, dimensions, keepdim)) / (double)count;
        }

        /// <summary>Variance of all elements.</summary>
        public Tensor var(bool unbiased = true) => var([], unbiased);

        /// <summary>Variance over a dimension.</summary>
        public Tensor var(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type);

        /// <summary>Variance over dimensions: divided by n - 1 when unbiased, else by n.</summary>
        public Tensor var(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null)
        {
            var x = type is { } t ? to_type(t) : this;
            var mask = Reduction.Mask("var", x, dimensions);
            var count = Layout.Count(Sizes.Where((_, i) => mask[i]).ToArray());
            var centred = x - x.mean(dimensions, keepdim: true);
            return centred.square().sum(dimensions, keepdim) / (double)(count - (unbiased ? 1 : 0));
        }

        /// <summary>Standard deviation of all elements.</summary>
        public Tensor std(bool unbiased = true) => var(unbiased).sqrt();

        /// <summary>Standard deviation over a dimension.</summary>
        public Tensor std(long dim, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var([dim], unbiased, keepdim, type).sqrt();

        /// <summary>Standard deviation over dimensions.</summary>
        public Tensor std(long[] dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
            var(dimensions, unbiased, keepdim, type).sqrt();

        /// <summary>The largest element.</summary>
        public Tensor max() => Extreme([], false, true).values;

        /// <summary>The largest element along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indexes) max(long dim, bool keepdim = false) => Extreme([dim], keepdim, true);

        /// <summary>The larger of two elements.</summary>
        public Tensor max(Tensor other) => maximum(other);

        /// <summary>The smallest element.</summary>
        public Tensor min() => Extreme([], false, false).values;

        /// <summary>The smallest element along a dimension, and where it is.</summary>
        public (Tensor values, Tensor indexes) min(long dim, bool keepdim = false) => Extreme([dim], keepdim, false);

        /// <summary>The smaller of two elements.</summary>
        public Tensor min(Tensor other) => minimum(other);

        /// <summary>The position of the largest element of the flattened tensor.</summary>
        public Tensor argmax() => Position([], false, true);

        /// <summary>The position of the largest element along a dimension.</summary>
        public Tensor argmax(long dim, bool keepdim = false) => Position([dim], keepdim, true);

        /// <summary>The position of the smallest element of the flattened tensor.</summary>
        public Tensor argmin() => Position([], false, false);

        /// <summary>The position of the smallest element along a dimension.</summary>
        public Tensor argmin(long dim, bool keepdim = false) => Position([dim], keepdim, false);

        /// <summary>The largest elements over dimensions; none named means all. Equal elements share the gradient.</summary>
        public Tensor amax(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Extreme(dims, keepdim, true, sharesTies: true).values);

        /// <summary>The largest elements over dimensions; none named means all. Equal elements share the gradient.</summary>
        public Tensor amax(params long[] dims) => amax(dims, false);

        /// <summary>The smallest elements over dimensions; none named means all. Equal elements share the gradient.</summary>
        public Tensor amin(long[] dims, bool keepdim = false, Tensor? @out = null) =>
            Into(@out, Extreme(dims, keepdim, false, sharesTies: true).values);

        /// <summary>The smallest elements over dimensions; none named means all. Equal elements share the gradient.</summary>
        public Tensor amin(params long[] dims) => amin(dims, false);

        /// <summary>True when no element is zero; Byte for Byte elements.</summary>
        public Tensor all() => reshape(-1).all(0);

        /// <summary>True where no element along the dimension is zero; Byte for Byte elements.</summary>
        public Tensor all(long dim, bool keepdim = false) => AnswerType(eq(0).sum(dim, keepdim) == 0);

        /// <summary>True when an element is not zero; Byte for Byte elements.</summary>
        public Tensor any() => reshape(-1).any(0);

        /// <summary>True where an element along the dimension is not zero; Byte for Byte elements.</summary>
        public Tensor any(long dim, bool keepdim = false) => AnswerType(ne(0).sum(dim, keepdim) != 0);

        /// <summary>How many elements are not zero, in all or over dimensions.</summary>
        public Tensor count_nonzero(long[]? dims = null) => ne(0).sum(dims ?? []);

        /// <summary>The p-norm of all elements.</summary>
        public Tensor norm(float p = 2f) => NormOver([], false, p);

        /// <summary>The p-norm along a dimension.</summary>
        public Tensor norm(int dim, bool keepdim = false, float p = 2f) => NormOver([dim], keepdim, p);

        /// <summary>log(sum(exp(x))) along a dimension, without overflow.</summary>
        public Tensor logsumexp(long dim, bool keepdim = false)
        {
            Tensor top;
            using (no_grad())
            {
                top = amax([dim], true);
                top = torch.where(top.isfinite(), top, top.zeros_like());
            }

            var result = (this - top).exp().sum(dim, keepdim).log();
            return result + (keepdim ? top : top.squeeze(dim));
        }

        /// <summary>Product of all elements.</summary>
        public Tensor prod(ScalarType? type = null) => reshape(-1).prod(0, false, NotZero("prod", type));

        /// <summary>Product along a dimension.</summary>
        public Tensor prod(long dim, bool keepdim = false, ScalarType? type = null)
        {
            var x = type is { } t ? to_type(t) : DTypes.IsFloating(dtype) ? this : to_type(ScalarType.Int64);
            if (Rank == 0)
            {
                Layout.Dimension(dim, Rank, "prod");
                return x.alias();
            }

            Tensor? result = null;
            foreach (var slice in x.unbind(dim))
                result = result is null ? slice : result * slice;
            // The product of nothing is 1; the sum of nothing, 0, ties it to the tensor.
            result ??= x.sum(dim: dim) + 1;
            return keepdim ? result.unsqueeze(dim) : result;
        }

        /// <summary>Running sum along a dimension.</summary>
        public Tensor cumsum(long dim, ScalarType? type = null)
        {
            var wanted = type ?? (DTypes.IsFloating(dtype) ? dtype : ScalarType.Int64);
            var at = Layout.Dimension(dim, Rank, "cumsum");
            var x = to_type(wanted);
            Tensor result;
            using (no_grad())
            {
                if (x.Rank == 0)
                {
                    result = x.Copy();
                }
                else
                {
                    var slices = x.unbind(at);
                    for (var i = 1; i < slices.Length; i++)
                        slices[i] = slices[i] + slices[i - 1];
                    result = slices.Length == 0 ? x.Copy() : stack(slices, at);
                }
            }

            if (Tape.Open("cumsum", x) is not { } node)
                return result;
            node.Define(g => [g[0]!.Rank == 0 ? g[0]!.Alias() : g[0]!.flip(at).cumsum(at).flip(at)]);
            return node.Close(result);
        }

        private Tensor AnswerType(Tensor answer) => answer.to_type(Type == ScalarType.Byte ? ScalarType.Byte : ScalarType.Bool);

        private static Tensor Into(Tensor? destination, Tensor result) => destination is null ? result : destination.copy_(result);

        // The literal 0 converts to any enum, so C# reads x.sum(0) as the sum in type 0, Byte. Nobody wants the bytes of a float.
        private ScalarType? NotZero(string name, ScalarType? type) => type == ScalarType.Byte && is_floating_point()
            ? throw new ArgumentException(
                $"{name}(0) is read as {name}(ScalarType.Byte) by C#; write {name}(dim: 0) for the first dimension.")
            : type;

        private Tensor Typed(ScalarType? wanted, Func<Tensor, Tensor> operation) => operation(wanted is { } type ? to_type(type) : this);

        private Tensor Position(long[] dims, bool keepdim, bool largest)
        {
            var (values, indexes) = Reduction.Extreme(this, Reduction.Mask(largest ? "argmax" : "argmin", this, dims), keepdim, largest);
            values.Dispose();
            return indexes;
        }

        private (Tensor values, Tensor indexes) Extreme(long[] dims, bool keepdim, bool largest, bool sharesTies = false)
        {
            var name = largest ? "max" : "min";
            var mask = Reduction.Mask(name, this, dims);
            var (values, indexes) = Reduction.Extreme(this, mask, keepdim, largest);
            if (Tape.Open(name, this) is not { } node)
                return (values, indexes);
            var shape = Sizes;
            if (dims.Length == 1 && Rank > 0 && !sharesTies)
            {
                var dim = Array.IndexOf(mask, true);
                var saved = node.Save(indexes);
                node.Define(g =>
                {
                    var (gradient, at) = keepdim ? (g[0]!, saved.Value) : (g[0]!.unsqueeze(dim), saved.Value.unsqueeze(dim));
                    return [Zeros(shape, g[0]!.Type).scatter_(dim, at, gradient)];
                });
            }
            else
            {
                // As PyTorch does for amax(), amin(), and max() and min() of all elements.
                var (savedInput, savedValues) = (node.Save(this), node.Save(values));
                node.Define(g =>
                {
                    using var spread = Reduction.Spread(savedValues.Value, shape, mask);
                    var hit = (savedInput.Value == spread).to_type(g[0]!.Type);
                    return [hit / hit.sum([.. Enumerable.Range(0, mask.Length).Where(i => mask[i]).Select(i => (long)i)],
                        keepdim: true) * Reduction.Spread(g[0]!, shape, mask)];
                });
            }

            node.Close(values);
            return (values, indexes);
        }

        internal Tensor NormOver(long[] dims, bool keepdim, float p)
        {
            if (float.IsPositiveInfinity(p))
                return abs().amax(dims, keepdim);
            if (p == 1)
                return abs().sum(dims, keepdim);
            if (p == 0)
                return ne(0).to_type(dtype).sum(dims, keepdim);
            if (p != 2)
                return abs().pow(p).sum(dims, keepdim).pow(1.0 / p);
            var mask = Reduction.Mask("norm", this, dims);
            Tensor result;
            using (no_grad())
                result = square().sum(dims, keepdim).sqrt();
            if (Tape.Open("norm", this) is not { } node)
                return result;
            var (savedInput, savedResult) = (node.Save(this), node.Save(result));
            var shape = Sizes;
            node.Define(g =>
            {
                // The gradient of |x| at 0 is taken as 0, as PyTorch takes it.
                var scale = torch.where(savedResult.Value == 0, g[0]!.zeros_like(), g[0]! / savedResult.Value);
                return [savedInput.Value * Reduction.Spread(scale, shape, mask)];
            });
            return node.Close(result);
        }
    }

    /// <summary>Sum of all elements.</summary>
    public static Tensor sum(Tensor input, ScalarType? type = null) => input.sum(type);

    /// <summary>Sum over a dimension.</summary>
    public static Tensor sum(Tensor input, long dim, bool keepdim = false, ScalarType? type = null) => input.sum(dim, keepdim, type);

    /// <summary>Sum over dimensions.</summary>
    public static Tensor sum(Tensor input, ReadOnlySpan<long> dim, bool keepdim = false, ScalarType? type = null) =>
        input.sum(dim, keepdim, type);

    /// <summary>Mean of all elements.</summary>
    public static Tensor mean(Tensor input) => input.mean();

    /// <summary>Mean over dimensions.</summary>
    public static Tensor mean(Tensor input, long[] dimensions, bool keepdim = false, ScalarType? type = null) =>
        input.mean(dimensions, keepdim, type);

    /// <summary>Variance of all elements.</summary>
    public static Tensor var(Tensor input, bool unbiased = true) => input.var(unbiased);

    /// <summary>Variance over a dimension.</summary>
    public static Tensor var(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.var(dimensions, unbiased, keepdim, type);

    /// <summary>Standard deviation of all elements.</summary>
    public static Tensor std(Tensor input, bool unbiased = true) => input.std(unbiased);

    /// <summary>Standard deviation over a dimension.</summary>
    public static Tensor std(Tensor input, long dimensions, bool unbiased = true, bool keepdim = false, ScalarType? type = null) =>
        input.std(dimensions, unbiased, keepdim, type);

    /// <summary>The largest element.</summary>
    public static Tensor max(Tensor input) => input.max();

    /// <summary>The largest element along a dimension, and where it is.</summary>
    public static (Tensor values, Tensor indexes) max(Tensor input, long dim, bool keepdim = false) => input.max(dim, keepdim);

    /// <summary>The larger of two elements.</summary>
    public static Tensor max(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smallest element.</summary>
    public static Tensor min(Tensor input) => input.min();

    /// <summary>The smallest element along a dimension, and where it is.</summary>
    public static (Tensor values, Tensor indexes) min(Tensor input, long dim, bool keepdim = false) => input.min(dim, keepdim);

    /// <summary>The smaller of two elements.</summary>
    public static Tensor min(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>The position of the largest element of the flattened tensor.</summary>
    public static Tensor argmax(Tensor input) => input.argmax();

    /// <summary>The position of the largest element along a dimension.</summary>
    public static Tensor argmax(Tensor input, long dim, bool keepdim = false) => input.argmax(dim, keepdim);

    /// <summary>True when no element is zero.</summary>
    public static Tensor all(Tensor input) => input.all();

    /// <summary>True when an element is not zero.</summary>
    public static Tensor any(Tensor input) => input.any();

    /// <summary>log(sum(exp(x))) along a dimension.</summary>
    public static Tensor logsumexp(Tensor input, long dim, bool keepdim = false) => input.logsumexp(dim, keepdim);

    /// <summary>Running sum along a dimension.</summary>
    public static Tensor cumsum(Tensor input, long dim, ScalarType? type = null) => input.cumsum(dim, type);
}
