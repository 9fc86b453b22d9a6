using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The transpose of a matrix.</summary>
        public Tensor T => Views.Permute(this, [.. Enumerable.Range(0, Rank).Reverse()]);

        /// <summary>The last two dimensions swapped.</summary>
        public Tensor mT => transpose(-2, -1);

        /// <summary>The same elements in another shape; one length may be -1. Copies only when it must.</summary>
        public Tensor reshape(params long[] shape) => Views.Reshape("reshape", this, shape, mayCopy: true);

        /// <summary>The same elements in another shape, never copied.</summary>
        /// <exception cref="ArgumentException">The elements do not lie in order.</exception>
        public Tensor view(params long[] shape) => Views.Reshape("view", this, shape, mayCopy: false);

        /// <summary>The same elements in the shape of another tensor.</summary>
        public Tensor view_as(Tensor other) => view(other.shape);

        /// <summary>All elements in one dimension.</summary>
        public Tensor ravel() => reshape(-1);

        /// <summary>Dimensions start_dim to end_dim made one.</summary>
        public Tensor flatten(long start_dim = 0, long end_dim = -1)
        {
            if (Rank == 0)
                return reshape(1);
            int from = Layout.Dimension(start_dim, Rank, "flatten"), to = Layout.Dimension(end_dim, Rank, "flatten");
            if (from > to)
                throw Errors.Shape("flatten", Sizes, $"dimension {from} comes after dimension {to}");
            return reshape([.. Sizes[..from], Layout.Count(Sizes.AsSpan(from, to - from + 1)), .. Sizes[(to + 1)..]]);
        }

        /// <summary>One dimension made several; one length may be -1.</summary>
        public Tensor unflatten(long dim, params long[] sizes)
        {
            var at = Layout.Axis(dim, Live().Sizes, "unflatten");
            return reshape([.. Sizes[..at], .. Layout.InferShape("unflatten", [Sizes[at]], sizes), .. Sizes[(at + 1)..]]);
        }

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(params long[] permutation) =>
            Views.Permute(this, [.. permutation.Select(d => Layout.Dimension(d, Rank, "permute"))]);

        /// <summary>The dimensions in another order.</summary>
        public Tensor permute(IEnumerable<long> permutation) => permute(permutation.ToArray());

        /// <summary>Two dimensions swapped.</summary>
        public Tensor transpose(long dim0, long dim1)
        {
            int a = Layout.Dimension(dim0, Rank, "transpose"), b = Layout.Dimension(dim1, Rank, "transpose");
            var order = Enumerable.Range(0, Rank).ToArray();
            if (Rank > 0)
                (order[a], order[b]) = (order[b], order[a]);
            return Views.Permute(this, order);
        }

        /// <summary>Two dimensions swapped.</summary>
        public Tensor swapaxes(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>Two dimensions swapped.</summary>
        public Tensor swapdims(long dim0, long dim1) => transpose(dim0, dim1);

        /// <summary>The transpose of a matrix; a vector stays as it is.</summary>
        public Tensor t() => Rank <= 1 ? Views.Permute(this, [.. Enumerable.Range(0, Rank)]) : Rank == 2 ? transpose(0, 1)
            : throw Errors.Shape("t", Sizes, "it takes at most two dimensions; use transpose()");

        /// <summary>Dimensions moved to new places.</summary>
        public Tensor movedim(long[] source, long[] destination)
        {
            var from = source.Select(d => Layout.Dimension(d, Rank, "movedim")).ToArray();
            var to = destination.Select(d => Layout.Dimension(d, Rank, "movedim")).ToArray();
            if (from.Length != to.Length || from.Distinct().Count() != from.Length || to.Distinct().Count() != to.Length)
                throw Errors.Shapes("movedim", source, destination, "both must name as many dimensions, none of them twice");
            if (Rank == 0)
                return alias();
            var order = new int[Rank];
            Array.Fill(order, -1);
            for (var i = 0; i < from.Length; i++)
                order[to[i]] = from[i];
            var rest = new Queue<int>(Enumerable.Range(0, Rank).Except(from));
            for (var i = 0; i < order.Length; i++)
                order[i] = order[i] < 0 ? rest.Dequeue() : order[i];
            return Views.Permute(this, order);
        }

        /// <summary>A new dimension of length 1.</summary>
        public Tensor unsqueeze(long dim)
        {
            var at = Layout.Dimension(dim, Rank + 1, "unsqueeze");
            return reshape([.. Sizes[..at], 1, .. Sizes[at..]]);
        }

        /// <summary>Without dimensions of length 1, all or one; a longer dimension stays.</summary>
        public Tensor squeeze(long? dim = null)
        {
            if (dim is null)
                return reshape([.. Sizes.Where(length => length != 1)]);
            if (Rank == 0)
                return reshape();
            var at = Layout.Dimension(dim.Value, Rank, "squeeze");
            return reshape(Sizes[at] == 1 ? Views.Without(Sizes, at) : Sizes);
        }

        /// <summary>Dimensions of length 1 repeated without copying; -1 keeps a length.</summary>
        public Tensor expand(params long[] sizes) => Views.Expand(this, sizes);

        /// <summary>Dimensions of length 1 repeated without copying; -1 keeps a length.</summary>
        public Tensor expand(ReadOnlySpan<long> sizes, bool isImplicit = false) => Views.Expand(this, sizes);

        /// <summary>Repeated to the shape of another tensor without copying.</summary>
        public Tensor expand_as(Tensor other) => Views.Expand(this, other.Sizes);

        /// <summary>Repeated to a shape without copying.</summary>
        public Tensor broadcast_to(params long[] shape) => Views.Expand(this, shape);

        /// <summary>Positions start to start + length of a dimension.</summary>
        public Tensor narrow(long dim, long start, long length)
        {
            var at = Layout.Axis(dim, Live().Sizes, "narrow");
            start = start < 0 ? start + Sizes[at] : start;
            if (start < 0 || length < 0 || length > Sizes[at] - start)
                throw new ArgumentOutOfRangeException(nameof(start),
                    $"narrow: {length} positions from {start} on are not all inside dimension {at} of shape {Layout.Text(Sizes)}.");
            return Views.Slice(this, at, start, start + length, 1);
        }

        /// <summary>Positions start, start + step, ... below finish of a dimension.</summary>
        public Tensor slice(long dim, long start, long finish, long step) =>
            Views.Slice(this, Layout.Axis(dim, Live().Sizes, "slice"), start, finish, step);

        /// <summary>One position of a dimension; the dimension goes.</summary>
        public Tensor select(long dim, long index) => Rank == 0
            ? throw Errors.Shape("select", Sizes, "a tensor without dimensions has no positions")
            : Views.Select(this, Layout.Dimension(dim, Rank, "select"), index);

        /// <summary>Pieces of given lengths along a dimension.</summary>
        public Tensor[] split(long[] sizes, long dim = 0)
        {
            var at = Layout.Axis(dim, Live().Sizes, "split");
            if (sizes.Any(size => size < 0 || size > Sizes[at]) || sizes.Sum() != Sizes[at])
                throw Errors.Shape("split", Sizes, $"pieces of {string.Join(" + ", sizes)} do not add up to {Sizes[at]}");
            var starts = new long[sizes.Length];
            for (var i = 1; i < sizes.Length; i++)
                starts[i] = starts[i - 1] + sizes[i - 1];
            var (shape, lengths) = (Sizes, (long[])sizes.Clone());
            return Pieces("split", sizes.Length, (i, strides) =>
            {
                var piece = (long[])shape.Clone();
                piece[at] = lengths[i];
                return (piece, (long[])strides.Clone(), starts[i] * strides[at]);
            });
        }

        /// <summary>Pieces of one length along a dimension; the last may be shorter.</summary>
        public Tensor[] split(long size, int dim = 0)
        {
            var length = Sizes[Layout.Axis(dim, Live().Sizes, "split")];
            if (size <= 0)
                throw new ArgumentOutOfRangeException(nameof(size), $"split: the size of a piece must be positive, not {size}.");
            var pieces = new List<long>();
            for (var left = length; left > 0 || pieces.Count == 0; left -= Math.Min(size, Math.Max(1, left)))
                pieces.Add(Math.Min(size, left));
            return split([.. pieces], dim);
        }

        /// <summary>A number of pieces of equal length along a dimension; the last may be shorter.</summary>
        public Tensor[] chunk(long chunks, long dim = 0)
        {
            var at = Layout.Axis(dim, Live().Sizes, "chunk");
            if (chunks <= 0)
                throw new ArgumentOutOfRangeException(nameof(chunks), $"chunk: the number of pieces must be positive, not {chunks}.");
            return split(Math.Max(1, Sizes[at] == 0 ? 0 : ((Sizes[at] - 1) / chunks) + 1), at);
        }

        /// <summary>The slices along a dimension, which goes.</summary>
        public Tensor[] unbind(long dimension = 0)
        {
            var at = Layout.Axis(dimension, Live().Sizes, "unbind");
            var shape = Sizes;
            return Pieces("unbind", (int)shape[at], (i, strides) => (Views.Without(shape, at), Views.Without(strides, at),
                i * strides[at]));
        }

        /// <summary>The same tensor when its elements lie in order, else a copy whose elements do.</summary>
        public Tensor contiguous() => Contiguous ? Same() : clone();

        /// <summary>A copy.</summary>
        public Tensor clone()
        {
            var result = Copy();
            if (Tape.Open("clone", this) is not { } node)
                return result;
            node.Define(g => [g[0]!.Alias()]);
            return node.Close(result);
        }

        /// <summary>Another tensor object over the same elements.</summary>
        public Tensor alias() => Views.View("alias", this, Sizes, Strides, Offset, g => g.Alias());

        /// <summary>Stores the elements of another tensor, broadcast and converted.</summary>
        public Tensor copy_(Tensor source, bool nonBlocking = false) => Store("copy_", source);

        /// <summary>Sets every element.</summary>
        public Tensor fill_(Scalar value)
        {
            using var number = Creation.Full([], value, Type);
            return Store("fill_", number);
        }

        /// <summary>Sets every element to zero.</summary>
        public Tensor zero_()
        {
            using var number = Creation.Full([], 0, Type);
            return Store("zero_", number);
        }

        private Tensor Store(string name, Tensor source)
        {
            if (!GradMode.Enabled || (History is null && source.History is null))
            {
                BeforeInPlace(name);
                using var cast = Casts.To(source, Type);
                using var wide = cast.ViewOf(Sizes, BroadcastStridesTo(name, cast, Sizes), cast.Offset);
                CopyElements(wide, this);
                AfterInPlace();
                return this;
            }

            return Arithmetics.InPlace(name, this, before => Overwritten(before, source));
        }

        // The values come from the source, and so do their gradients; the old values have none.
        private static Tensor Overwritten(Tensor before, Tensor source)
        {
            using var cast = Casts.To(source, before.Type);
            using var wide = cast.ViewOf(before.Sizes, BroadcastStridesTo("copy_", cast, before.Sizes), cast.Offset);
            var result = wide.Copy();
            if (Tape.Open("copy_", before, source) is not { } node)
                return result;
            var shape = source.Sizes;
            node.Define(g => [node.Needs(0) ? g[0]!.zeros_like() : null, node.Needs(1) ? Reduction.SumTo(g[0]!, shape) : null]);
            return node.Close(result);
        }

        /// <summary>The tensor repeated along each dimension; new dimensions come first.</summary>
        public Tensor repeat(params long[] sizes)
        {
            var extra = sizes.Length - Rank;
            if (extra < 0)
                throw Errors.Shapes("repeat", Sizes, sizes, "every dimension needs a number of repetitions");
            // (r0, n0, r1, n1, ...): each dimension beside its repetitions, then merged.
            var beside = new List<long>();
            var wide = new List<long>();
            for (var i = 0; i < sizes.Length; i++)
            {
                var length = i < extra ? 1 : Sizes[i - extra];
                beside.AddRange([1, length]);
                wide.AddRange([sizes[i], length]);
            }

            return reshape([.. beside]).expand([.. wide]).reshape([.. sizes.Select((r, i) => r * (i < extra ? 1 : Sizes[i - extra]))]);
        }

        /// <summary>The tensor repeated along its last dimensions.</summary>
        public Tensor tile(long[] reps) => repeat([.. Enumerable.Repeat(1L, Math.Max(0, Rank - reps.Length)), .. reps]);

        /// <summary>Each element repeated, flattened or along a dimension.</summary>
        public Tensor repeat_interleave(long repeats, long? dim = null, long? output_size = null)
        {
            if (dim is null)
                return reshape(-1).repeat_interleave(repeats, 0);
            var at = Layout.Dimension(dim.Value, Rank, "repeat_interleave");
            return unsqueeze(at + 1).expand([.. Sizes[..(at + 1)], repeats, .. Sizes[(at + 1)..]]).flatten(at, at + 1);
        }

        internal static void CopyElements(Tensor source, Tensor destination)
        {
            var (from, to) = (source.Strides, destination.Strides);
            switch (source.ElementSize)
            {
                case 1: StridedCopy.Copy(source.Bytes, from, destination.Bytes, to, source.Sizes); break;
                case 2: StridedCopy.Copy((short*)source.Bytes, from, (short*)destination.Bytes, to, source.Sizes); break;
                case 4: StridedCopy.Copy((int*)source.Bytes, from, (int*)destination.Bytes, to, source.Sizes); break;
                case 8: StridedCopy.Copy((long*)source.Bytes, from, (long*)destination.Bytes, to, source.Sizes); break;
                default: StridedCopy.Copy((Int128*)source.Bytes, from, (Int128*)destination.Bytes, to, source.Sizes); break;
            }

            GC.KeepAlive(source);
            GC.KeepAlive(destination);
        }

        private static long[] BroadcastStridesTo(string name, Tensor source, long[] target)
        {
            if (!Layout.Broadcast(name, source.Sizes, target).AsSpan().SequenceEqual(target))
                throw Errors.Shapes(name, target, source.Sizes, "the second does not broadcast to the first");
            return Layout.BroadcastStrides(source.Sizes, source.Strides, target);
        }

        // Views that together cover the tensor are one operation: its gradient is put together once, not added up piece by piece, and in
        // the memory order of the tensor itself, so that what was permuted on the way here is in order again before the permutation.
        // A piece is a part of any tensor of this shape with the strides that are given.
        private Tensor[] Pieces(string name, int count, Func<int, long[], (long[] Sizes, long[] Strides, long Offset)> piece)
        {
            var results = new Tensor[count];
            for (var i = 0; i < count; i++)
            {
                var (sizes, strides, offset) = piece(i, Strides);
                results[i] = SharedViewOf(sizes, strides, Offset + offset);
            }

            if (count == 0 || Tape.OpenMany(name, count, this) is not { } node)
                return results;
            var (shape, order, type) = (Sizes, Layout.DenseStrides(Sizes, Strides), Type);
            node.Define(g =>
            {
                using var whole = Empty(shape, type);
                for (var i = 0; i < count; i++)
                {
                    var (sizes, strides, offset) = piece(i, order);
                    using var place = whole.ViewOf(sizes, strides, offset);
                    CopyElements(g[i] ?? Zeros(sizes, type), place);
                }

                return [whole.ViewOf(shape, order, 0)];
            });
            for (var i = 0; i < count; i++)
                node.Close(results[i], i);
            return results;
        }
    }

    /// <summary>The same elements in another shape.</summary>
    public static Tensor reshape(Tensor input, params long[] shape) => input.reshape(shape);

    /// <summary>Two dimensions swapped.</summary>
    public static Tensor transpose(Tensor input, long dim0, long dim1) => input.transpose(dim0, dim1);

    /// <summary>The dimensions in another order.</summary>
    public static Tensor permute(Tensor input, params long[] permutation) => input.permute(permutation);

    /// <summary>A new dimension of length 1.</summary>
    public static Tensor unsqueeze(Tensor input, long dim) => input.unsqueeze(dim);

    /// <summary>Without dimensions of length 1.</summary>
    public static Tensor squeeze(Tensor input, long? dim = null) => input.squeeze(dim);

    /// <summary>Dimensions made one.</summary>
    public static Tensor flatten(Tensor input, long start_dim = 0, long end_dim = -1) => input.flatten(start_dim, end_dim);

    /// <summary>A number of pieces of equal length along a dimension.</summary>
    public static Tensor[] chunk(Tensor input, long chunks, long dim = 0) => input.chunk(chunks, dim);

    /// <summary>The slices along a dimension.</summary>
    public static Tensor[] unbind(Tensor input, long dim = 0) => input.unbind(dim);
}
