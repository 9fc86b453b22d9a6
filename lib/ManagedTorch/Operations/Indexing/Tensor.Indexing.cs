using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Elements by number, slice, ellipsis, new axis or tensor of positions. Numbers and slices give views.</summary>
        public Tensor this[params TensorIndex[] indices]
        {
            get => Indexing.Get(this, indices);
            set => Indexing.Set(this, indices, value);
        }

        /// <summary>Elements by tensors of positions or a mask.</summary>
        public Tensor this[params Tensor[] indices]
        {
            get => Indexing.Get(this, [.. indices.Select(TensorIndex.Tensor)]);
            set => Indexing.Set(this, [.. indices.Select(TensorIndex.Tensor)], value);
        }

        /// <summary>Elements by numbers.</summary>
        public Tensor this[params long[] indices]
        {
            get => Indexing.Get(this, [.. indices.Select(i => TensorIndex.Single(i))]);
            set => Indexing.Set(this, [.. indices.Select(i => TensorIndex.Single(i))], value);
        }

        /// <summary>One position of the first dimension.</summary>
        public Tensor this[long i1]
        {
            get => select(0, i1);
            set => Indexing.Set(this, [i1], value);
        }

        /// <summary>One position of the first two dimensions.</summary>
        public Tensor this[long i1, long i2]
        {
            get => Deep(2).select(0, i1).select(0, i2);
            set => Indexing.Set(this, [i1, i2], value);
        }

        /// <summary>One position of the first three dimensions.</summary>
        public Tensor this[long i1, long i2, long i3]
        {
            get => Deep(3).select(0, i1).select(0, i2).select(0, i3);
            set => Indexing.Set(this, [i1, i2, i3], value);
        }

        /// <summary>One position of the first four dimensions.</summary>
        public Tensor this[long i1, long i2, long i3, long i4]
        {
            get => Deep(4).select(0, i1).select(0, i2).select(0, i3).select(0, i4);
            set => Indexing.Set(this, [i1, i2, i3, i4], value);
        }

        /// <summary>Elements by index.</summary>
        public Tensor index(params TensorIndex[] indices) => Indexing.Get(this, indices);

        /// <summary>Stores a value at an index, or adds it.</summary>
        public Tensor index_put_(Tensor value, TensorIndex[] indices, bool accumulate = false)
        {
            Indexing.Set(this, indices, value, accumulate);
            return this;
        }

        /// <summary>Stores a value at an index.</summary>
        public Tensor index_put_(Tensor value, params TensorIndex[] indices) => index_put_(value, indices, false);

        /// <summary>Positions of a dimension, in the order given.</summary>
        public Tensor index_select(long dim, Tensor index)
        {
            var at = Layout.Dimension(dim, Rank, "index_select");
            if (Rank == 0)
                return reshape(1).index_select(0, index).reshape();
            var rest = Views.Without([.. Enumerable.Range(0, Rank).Select(d => (long)d)], at);
            var width = Layout.Count([.. rest.Select(d => Sizes[d])]);
            Tensor result;
            using (no_grad())
            {
                var rows = permute([at, .. rest]).reshape([Sizes[at], width]);
                var back = new long[Rank];
                back[at] = 0;
                for (var i = 0; i < rest.Length; i++)
                    back[rest[i]] = i + 1;
                result = Selection.ReadRows(rows, index.to_type(ScalarType.Int64).reshape(-1), "index_select")
                    .reshape([index.Count, .. rest.Select(d => Sizes[d])]).permute(back);
            }

            if (Tape.Open("index_select", this) is not { } node)
                return result;
            var shape = Sizes;
            var saved = node.Save(index);
            node.Define(g =>
            {
                var full = Zeros([shape[at], .. rest.Select(d => shape[d])], g[0]!.Type);
                using var flat = full.reshape(shape[at], width);
                var order = new long[shape.Length];
                for (var i = 0; i < rest.Length; i++)
                    order[rest[i]] = i + 1;
                Selection.WriteRows(flat, saved.Value.to_type(ScalarType.Int64).reshape(-1),
                    g[0]!.permute([at, .. rest]).reshape([saved.Value.Count, width]), accumulate: true);
                return [full.permute(order)];
            });
            return node.Close(result);
        }

        /// <summary>Elements along a dimension, each by its own position: result[i, j] = this[index[i, j], j] for dim 0.</summary>
        public Tensor gather(long dim, Tensor index)
        {
            var at = Layout.Dimension(dim, Rank, "gather");
            if (Rank == 0 && index.Rank == 0)
                return reshape(1).gather(0, index.reshape(1)).reshape();
            CheckAlong("gather", at, index);
            var result = Selection.Gather(this, at, index);
            if (Tape.Open("gather", this) is not { } node)
                return result;
            var shape = Sizes;
            var saved = node.Save(index);
            node.Define(g => [Zeros(shape, g[0]!.Type).scatter_add_(at, saved.Value, g[0]!)]);
            return node.Close(result);
        }

        /// <summary>A copy with elements of src stored along a dimension, each at its own position.</summary>
        public Tensor scatter(long dim, Tensor index, Tensor src) => ScatterRecorded("scatter", dim, index, src, add: false);

        /// <summary>A copy with elements of src added along a dimension, each at its own position.</summary>
        public Tensor scatter_add(long dim, Tensor index, Tensor src) => ScatterRecorded("scatter_add", dim, index, src, add: true);

        /// <summary>Stores elements of src along a dimension, each at its own position.</summary>
        public Tensor scatter_(long dim, Tensor index, Tensor src) =>
            Arithmetics.InPlace("scatter_", this, t => t.scatter(dim, index, src));

        /// <summary>Adds elements of src along a dimension, each at its own position.</summary>
        public Tensor scatter_add_(long dim, Tensor index, Tensor src) =>
            Arithmetics.InPlace("scatter_add_", this, t => t.scatter_add(dim, index, src));

        /// <summary>A copy with one value where the mask is true.</summary>
        public Tensor masked_fill(Tensor mask, Scalar value) => torch.where(mask, Creation.Full([], value, Type), this);

        /// <summary>Stores one value where the mask is true.</summary>
        public Tensor masked_fill_(Tensor mask, Scalar value) => Arithmetics.InPlace("masked_fill_", this, t => t.masked_fill(mask, value));

        /// <summary>The elements where the mask is true, in one dimension.</summary>
        public Tensor masked_select(Tensor mask) =>
            expand(Layout.Broadcast("masked_select", Sizes, mask.Sizes))[mask.expand(Layout.Broadcast("masked_select", Sizes, mask.Sizes))];

        /// <summary>The positions of the elements that are not zero: (count, dimensions).</summary>
        public Tensor nonzero()
        {
            using var truth = ne(0);
            var positions = new List<long>();
            var at = new long[Math.Max(1, Rank)];
            var count = 0L;
            foreach (var hit in truth.Span<byte>())
            {
                if (hit != 0)
                {
                    positions.AddRange(at.AsSpan(0, Rank));
                    count++;
                }

                for (var d = Rank - 1; d >= 0 && ++at[d] == Sizes[d]; d--)
                    at[d] = 0;
            }

            return Creation.FromArray(positions.ToArray(), [count, Rank], ScalarType.Int64, null, false);
        }

        /// <summary>The elements in reverse order along dimensions.</summary>
        public Tensor flip(params long[] dims)
        {
            var result = Same();
            foreach (var dim in dims)
            {
                var at = Layout.Dimension(dim, Rank, "flip");
                if (Rank == 0)
                    return clone();
                var length = Sizes[at];
                result = result.index_select(dim, length == 0 ? arange(0L) : arange(length - 1, -1L, -1L));
            }

            return result;
        }

        /// <summary>The elements moved along a dimension; those pushed out come in at the other end.</summary>
        public Tensor roll(long shifts, long? dims = null)
        {
            if (dims is null)
                return reshape(-1).roll(shifts, 0).reshape(Sizes);
            var length = Sizes[Layout.Axis(dims.Value, Live().Sizes, "roll")];
            return length == 0 ? clone() : index_select(dims.Value, (arange(length) - shifts).remainder(length));
        }

        private Tensor Deep(int indices) =>
            Rank >= indices ? this : throw Errors.Shape("index", Sizes, $"there are {indices} indices for {Rank} dimensions");

        private Tensor ScatterRecorded(string name, long dim, Tensor index, Tensor src, bool add)
        {
            var at = Layout.Dimension(dim, Rank, name);
            CheckAlong(name, at, index);
            for (var d = 0; d < Rank; d++)
                if (index.Sizes[d] > (src.Rank == Rank ? src.Sizes[d] : -1))
                    throw Errors.Shapes(name, index.Sizes, src.Sizes, "the source must be at least as large as the index");
            var result = Copy();
            Selection.Scatter(result, at, index, src, add);
            if (Tape.Open(name, this, src) is not { } node)
                return result;
            var saved = node.Save(index);
            var shape = src.Sizes;
            node.Define(g =>
            {
                var toThis = !node.Needs(0) ? null : add ? g[0]!.Alias()
                    : g[0]!.scatter(at, saved.Value, Zeros(saved.Value.Sizes, g[0]!.Type));
                var toSource = !node.Needs(1) ? null : g[0]!.gather(at, saved.Value);
                if (toSource is not null && !toSource.Sizes.AsSpan().SequenceEqual(shape))
                    throw Errors.Shapes(name, shape, toSource.Sizes, "the backward pass needs index and src of one shape");
                return [toThis, toSource];
            });
            return node.Close(result);
        }

        private void CheckAlong(string name, int dim, Tensor index)
        {
            if (index.Rank != Rank)
                throw Errors.Shapes(name, Sizes, index.Sizes, "the index needs as many dimensions");
            for (var d = 0; d < Rank; d++)
                if (d != dim && index.Sizes[d] > Sizes[d])
                    throw Errors.Shapes(name, Sizes, index.Sizes, $"the index is longer in dimension {d}");
        }
    }

    /// <summary>x where the condition is true, else y; all three broadcast.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Choice.Where(condition, x, y);

    /// <summary>Elements along a dimension, each by its own position.</summary>
    public static Tensor gather(Tensor input, long dim, Tensor index) => input.gather(dim, index);

    /// <summary>Positions of a dimension, in the order given.</summary>
    public static Tensor index_select(Tensor input, long dim, Tensor index) => input.index_select(dim, index);

    /// <summary>The elements in reverse order along dimensions.</summary>
    public static Tensor flip(Tensor input, params long[] dims) => input.flip(dims);
}
