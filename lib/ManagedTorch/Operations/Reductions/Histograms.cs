using ManagedTorch.Core;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations
{
    /// <summary>
    /// Counts of elements between edges e0 &lt; e1 &lt; ... of the same type: h_i = the sum of the weights of the x with e_i &lt;= x &lt;
    /// e_i+1, where the last bin holds its right edge too. As a density h_i / (sum of h times the width of the bin). Any shape to (bins);
    /// no gradient.
    /// </summary>
    internal static class Histograms
    {
        public static (Tensor Histogram, Tensor Edges) Apply(Tensor x, Tensor edges, Tensor? weight, bool density)
        {
            if (x.Type is not (ScalarType.Float32 or ScalarType.Float64))
                throw new InvalidOperationException($"histogram: the elements must be Float32 or Float64, not {x.Type}.");
            Errors.RequireType("histogram", x, edges, weight);
            if (edges.Rank != 1 || edges.Sizes[0] < 2)
                throw Errors.Shape("histogram", edges.Sizes, "the edges of the bins are a vector of at least two");
            if (weight is not null && !weight.Sizes.AsSpan().SequenceEqual(x.Sizes))
                throw Errors.Shapes("histogram", x.Sizes, weight.Sizes, "there must be one weight for each element");
            using var noGrad = no_grad();
            var flat = x.detach().reshape(-1);
            var bins = edges.Sizes[0] - 1;
            var inside = (flat >= edges[0]) & (flat <= edges[-1]);
            var place = (searchsorted(edges.detach().contiguous(), flat.contiguous(), right: true) - 1).clamp(0, bins - 1);
            var addends = (weight?.detach().reshape(-1) ?? flat.ones_like()) * inside.to_type(x.Type);
            var result = Tensor.Zeros([bins], x.Type).scatter_add_(0, place, addends);
            return (density ? result / (result.sum() * edges.detach().diff()) : result, edges);
        }

        /// <summary>Edges of equal bins over a range: the one given, else that of the elements.</summary>
        public static Tensor Edges(Tensor x, long bins, (double Min, double Max)? range)
        {
            if (bins < 1)
                throw new ArgumentOutOfRangeException(nameof(bins), $"histogram: there must be at least one bin, not {bins}.");
            var (low, high) = range ?? (x.Count == 0 ? (0, 1) : (x.detach().min().ToDouble(), x.detach().max().ToDouble()));
            if (!double.IsFinite(low) || !double.IsFinite(high) || low > high)
                throw new ArgumentException($"histogram: the range from {low} to {high} has no bins.");
            return low == high ? linspace(low - 0.5, high + 0.5, bins + 1, x.Type) : linspace(low, high, bins + 1, x.Type);
        }
    }
}

namespace TorchSharp
{
    using ManagedTorch.Operations;

    public static partial class torch
    {
        /// <summary>How many elements, or how much of their weights, lie in each of equal bins, and the edges of the bins.</summary>
        /// <param name="input">The elements, of any shape.</param>
        /// <param name="bins">The number of bins.</param>
        /// <param name="range">From where to where; that of the elements unless given.</param>
        /// <param name="weight">What each element counts, in its shape; 1 unless given.</param>
        /// <param name="density">Scale the result to an integral of 1.</param>
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, long bins, (double min, double max)? range = null,
            Tensor? weight = null, bool density = false) =>
            Histograms.Apply(input, Histograms.Edges(input, bins, range), weight, density);

        /// <summary>How many elements, or how much of their weights, lie in each of the bins between these edges, which ascend.</summary>
        public static (Tensor hist, Tensor bin_edges) histogram(Tensor input, Tensor bins, Tensor? weight = null, bool density = false) =>
            Histograms.Apply(input, bins, weight, density);
    }
}
