// Elements chosen or replaced by position. Chosen, y_i = x_p(i): dx_p(i) += dy_i.
// Replaced, y = x with s at the positions p: dx = dy with zeros at p, ds = dy at p.

using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>One position of the first five dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5]
        {
            get => Indexing.Get(this, [i1, i2, i3, i4, i5]);
            set => Indexing.Set(this, [i1, i2, i3, i4, i5], value);
        }

        /// <summary>One position of the first six dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4, long i5, long i6]
        {
            get => Indexing.Get(this, [i1, i2, i3, i4, i5, i6]);
            set => Indexing.Set(this, [i1, i2, i3, i4, i5, i6], value);
        }

        /// <summary>Elements by tensors of positions or a mask.</summary>
        public Tensor index(params Tensor[] indices) => this[indices];

        /// <summary>Stores a number at an index.</summary>
        public Tensor index_put_(Scalar value, params TensorIndex[] indices) => index_put_(Creation.Full([], value, Type), indices, false);

        /// <summary>Stores a number at tensors of positions.</summary>
        public Tensor index_put_(Scalar value, params Tensor[] indices) => index_put_(Creation.Full([], value, Type), indices, false);

        /// <summary>Stores a value at tensors of positions.</summary>
        public Tensor index_put_(Tensor value, params Tensor[] indices) => index_put_(value, indices, false);

        /// <summary>Stores a value at tensors of positions, or adds it.</summary>
        public Tensor index_put_(Tensor value, Tensor[] indices, bool accumulate = false)
        {
            TensorIndex[] places = [.. indices.Select(TensorIndex.Tensor)];
            return index_put_(value, places, accumulate);
        }

        /// <summary>A copy with slices of source stored at positions of a dimension.</summary>
        public Tensor index_copy(long dim, Tensor index, Tensor source) =>
            clone().index_put_(source, Along(Layout.Dimension(dim, Rank, "index_copy"), index), accumulate: false);

        /// <summary>Elements of the flattened tensor, in the shape of the index.</summary>
        public Tensor take(Tensor index) => reshape(-1).index_select(0, Wrapped("take", index.reshape(-1), Count)).reshape(index.Sizes);

        /// <summary>Elements of the flattened tensor, by position.</summary>
        public Tensor take_along_dim(Tensor indices) => reshape(-1).take_along_dim(indices.reshape(-1), 0);

        /// <summary>Elements of the flattened tensor, by position.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices) => take_along_dim(tensor(indices.ToArray()));

        /// <summary>Elements of a vector, by position.</summary>
        public Tensor take_along_dim(IEnumerable<long> indices, long dim) => take_along_dim(tensor(indices.ToArray()), dim);

        /// <summary>A copy with the elements of value stored, one after the other, where the mask is true.</summary>
        public Tensor masked_scatter(Tensor mask, Tensor value)
        {
            Errors.RequireType("masked_scatter", this, value);
            var wide = mask.expand(Sizes);
            var count = wide.sum().ToInt64();
            return count <= value.Count
                ? clone().index_put_(value.reshape(-1).narrow(0, 0, count), [TensorIndex.Tensor(wide)], accumulate: false)
                : throw Errors.Shapes("masked_scatter", Sizes, value.Sizes,
                    $"the mask chooses {count} places and there are {value.Count} values");
        }

        /// <summary>Each element repeated as often as repeats says, flattened or along a dimension.</summary>
        public Tensor repeat_interleave(Tensor repeats, long? dim = null, long? output_size = null)
        {
            if (dim is null)
                return reshape(-1).repeat_interleave(repeats, 0, output_size);
            var at = Layout.Axis(dim.Value, Live().Sizes, "repeat_interleave");
            var counts = repeats.to_type(ScalarType.Int64).expand(Sizes[at]).data<long>().ToArray();
            if (counts.Any(c => c < 0))
                throw Errors.Shape("repeat_interleave", Sizes, "a number of repetitions is negative");
            return index_select(at, tensor(counts.SelectMany((c, i) => Enumerable.Repeat((long)i, (int)c)).ToArray()));
        }

        /// <summary>The positions of the elements that are not zero: (count, dimensions).</summary>
        public Tensor argwhere() => nonzero();

        /// <summary>The positions of the elements that are not zero, one vector for each dimension.</summary>
        public IList<Tensor> nonzero_as_list() => (Rank == 0 ? reshape(1) : this).nonzero().unbind(1);

        /// <summary>The elements where the condition is true, else those of y.</summary>
        public Tensor where(Tensor condition, Tensor y) => torch.where(condition, this, y);

        /// <summary>A copy with one position of a dimension replaced.</summary>
        public Tensor select_scatter(Tensor src, long dim, long index) => Replaced("select_scatter", src, x => x.select(dim, index));

        /// <summary>A copy with positions start, start + step, ... below end of a dimension replaced.</summary>
        public Tensor slice_scatter(Tensor src, long dim = 0, long? start = null, long? end = null, long step = 1) =>
            Replaced("slice_scatter", src, x => x.slice(dim, start ?? 0, end ?? long.MaxValue, step));

        /// <summary>A copy with a diagonal replaced.</summary>
        public Tensor diagonal_scatter(Tensor src, long offset = 0, long dim1 = 0, long dim2 = 1) =>
            Replaced("diagonal_scatter", src, x => x.diagonal(offset, dim1, dim2));

        /// <summary>True where an element is among the test elements (or, inverted, is not).</summary>
        public Tensor isin(Tensor test_elements, bool assumeUnique = false, bool invert = false)
        {
            using var noGrad = no_grad();
            var type = Elementwise.ResultType(this, test_elements);
            var known = test_elements.detach().to_type(type).reshape(-1);
            if (known.Count == 0)
                return full(Sizes, invert, ScalarType.Bool);
            var ordered = known.sort().Values;
            var x = detach().to_type(type);
            var found = ordered.take(Searching.Find(ordered, x, right: false).clamp_max(known.Count - 1)) == x;
            return invert ? found.logical_not() : found;
        }

        /// <summary>The number of boundaries below each element (right: not above it).</summary>
        public Tensor bucketize(Tensor boundaries, bool outInt32 = false, bool right = false) =>
            searchsorted(boundaries, this, outInt32, right);

        /// <summary>Another view of the buffer: element (i, j, ...) lies at storageOffset + i strides[0] + j strides[1] + ...</summary>
        /// <exception cref="ArgumentException">The view would leave the buffer.</exception>
        public Tensor as_strided(long[] size, long[] strides, long storageOffset = 0)
        {
            if (size.Length != strides.Length || size.Any(n => n < 0) || strides.Any(s => s < 0) || storageOffset < 0)
                throw Errors.Shapes("as_strided", size, strides, "every dimension needs a length and a stride that are not negative");
            var last = storageOffset + size.Zip(strides, (n, s) => (n - 1) * s).Sum();
            if (Layout.Count(size) > 0 && last >= Storage.Bytes / ElementSize)
                throw Errors.Shapes("as_strided", size, strides,
                    $"position {last} is outside the buffer of {Storage.Bytes / ElementSize} elements");
            var contiguous = Contiguous;
            var (shape, offset) = (Sizes, Offset);
            return Views.View("as_strided", this, (long[])size.Clone(), (long[])strides.Clone(), storageOffset, g =>
            {
                if (!contiguous)
                    throw new NotSupportedException("as_strided: the gradient is known for a contiguous tensor; call contiguous() first.");
                var places = tensor(storageOffset - offset);
                for (var d = 0; d < size.Length; d++)
                    places = places.unsqueeze(-1) + (arange(size[d]) * strides[d]);
                var full = Zeros([Layout.Count(shape), 1], g.Type);
                Selection.WriteRows(full, places.reshape(-1), g.reshape(-1, 1), accumulate: true);
                return full.reshape(shape);
            });
        }

        // A copy of this tensor in which a part is stored anew; the gradient of the part goes to the source, the rest to this tensor.
        private Tensor Replaced(string name, Tensor source, Func<Tensor, Tensor> part)
        {
            var result = Copy();
            using (no_grad())
            {
                using var place = part(result);
                if (!place.Sizes.AsSpan().SequenceEqual(source.Sizes))
                    throw Errors.Shapes(name, place.Sizes, source.Sizes, "the source must have the shape of the part it replaces");
                using var cast = Casts.To(source, Type);
                CopyElements(cast, place);
            }

            if (Tape.Open(name, this, source) is not { } node)
                return result;
            node.Define(g =>
            {
                Tensor? rest = null;
                if (node.Needs(0))
                {
                    rest = g[0]!.Copy();
                    part(rest).zero_();
                }

                return [rest, node.Needs(1) ? part(g[0]!).contiguous() : null];
            });
            return node.Close(result);
        }

        private static Tensor Wrapped(string name, Tensor index, long length)
        {
            var places = index.to_type(ScalarType.Int64);
            if (places.Count > 0 && (places.min().ToInt64() < -length || places.max().ToInt64() >= length))
                throw new ArgumentOutOfRangeException(nameof(index), $"{name}: a position is outside the {length} elements.");
            return torch.where(places < 0, places + length, places);
        }
    }

    /// <summary>The positions where the condition is true, one vector for each dimension.</summary>
    public static Tensor[] where(Tensor condition) => (condition.Rank == 0 ? condition.reshape(1) : condition).nonzero().unbind(1);

    /// <summary>Where values would be inserted into sorted rows: before equal elements, or (right) behind them.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Tensor values, bool out_int32 = false, bool right = false,
        Tensor? sorter = null)
    {
        using var noGrad = no_grad();
        var ordered = sorter is null ? sorted_sequence : sorted_sequence.gather(-1, sorter);
        var result = Searching.Find(ordered, values, right);
        return out_int32 ? result.to_type(ScalarType.Int32) : result;
    }

    /// <summary>Where a value would be inserted into a sorted vector.</summary>
    public static Tensor searchsorted(Tensor sorted_sequence, Scalar values, bool out_int32, bool right, Tensor sorter) =>
        searchsorted(sorted_sequence, Creation.Full([], values, sorted_sequence.Type), out_int32, right, sorter);
}
