// Elements at other places, none changed: backward, gradients take the way back.
// index_add: y = x + alpha times the slices of s at their positions; dx = dy, ds = alpha dy at those positions.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Columns in reverse order.</summary>
        public Tensor fliplr() => flip(1);

        /// <summary>Rows in reverse order.</summary>
        public Tensor flipud() => flip(0);

        /// <summary>Dimensions moved to new places.</summary>
        public Tensor moveaxis(long[] source, long[] destination) => movedim(source, destination);

        /// <summary>The elements moved along several dimensions; those pushed out come in at the other end.</summary>
        public Tensor roll(long[] shifts, long[] dims)
        {
            if (shifts.Length != dims.Length)
                throw Errors.Shapes("roll", shifts, dims, "there must be as many shifts as dimensions");
            var result = this;
            for (var i = 0; i < shifts.Length; i++)
                result = result.roll(shifts[i], dims[i]);
            return result;
        }

        /// <summary>Elements along a dimension, each by its own position; other dimensions broadcast.</summary>
        public Tensor take_along_dim(Tensor indices, long dim)
        {
            var at = Layout.Axis(dim, Live().Sizes, "take_along_dim");
            if (indices.Rank != Rank)
                throw Errors.Shapes("take_along_dim", Sizes, indices.Sizes, "the indices need as many dimensions");
            long[] own = [.. Sizes], theirs = [.. indices.Sizes];
            own[at] = theirs[at] = 1;
            var shape = Layout.Broadcast("take_along_dim", own, theirs);
            var wide = (long[])shape.Clone();
            (wide[at], shape[at]) = (Sizes[at], indices.Sizes[at]);
            return expand(wide).gather(at, indices.expand(shape).contiguous());
        }

        /// <summary>A copy with alpha times the slices of source added at positions of a dimension.</summary>
        public Tensor index_add(long dim, Tensor index, Tensor source, Scalar alpha)
        {
            var at = Layout.Dimension(dim, Rank, "index_add");
            return clone().index_put_(source * alpha, Along(at, index), accumulate: true);
        }

        /// <summary>A copy with one value in the slices at positions of a dimension.</summary>
        public Tensor index_fill(long dim, Tensor index, Scalar value)
        {
            var at = Layout.Dimension(dim, Rank, "index_fill");
            return clone().index_put_(ManagedTorch.Operations.Creation.Full([], value, Type), Along(at, index));
        }

        private static TensorIndex[] Along(int dim, Tensor index) =>
            [.. Enumerable.Repeat(TensorIndex.Colon, dim), TensorIndex.Tensor(index)];
    }

    /// <summary>Columns in reverse order.</summary>
    public static Tensor fliplr(Tensor input) => input.fliplr();

    /// <summary>Rows in reverse order.</summary>
    public static Tensor flipud(Tensor input) => input.flipud();

    /// <summary>The elements moved along several dimensions.</summary>
    public static Tensor roll(Tensor input, long[] shifts, long[] dims) => input.roll(shifts, dims);

    /// <summary>A dimension moved to a new place.</summary>
    public static Tensor moveaxis(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>Dimensions moved to new places.</summary>
    public static Tensor moveaxis(Tensor input, long[] source, long[] destination) => input.movedim(source, destination);

    /// <summary>Two dimensions moved to new places.</summary>
    public static Tensor moveaxis(Tensor input, (long, long) source, (long, long) destination) =>
        input.movedim([source.Item1, source.Item2], [destination.Item1, destination.Item2]);

    /// <summary>Three dimensions moved to new places.</summary>
    public static Tensor moveaxis(Tensor input, (long, long, long) source, (long, long, long) destination) =>
        input.movedim([source.Item1, source.Item2, source.Item3], [destination.Item1, destination.Item2, destination.Item3]);

    /// <summary>A dimension moved to a new place.</summary>
    public static Tensor movedim(Tensor input, long source, long destination) => input.movedim([source], [destination]);

    /// <summary>Elements along a dimension, each by its own position; other dimensions broadcast.</summary>
    public static Tensor take_along_dim(Tensor input, Tensor indices, long dim = 0) => input.take_along_dim(indices, dim);

    /// <summary>A copy with alpha times the slices of source added at positions of a dimension.</summary>
    public static Tensor index_add(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add(dim, index, source, alpha);

    /// <summary>A copy with one value in the slices at positions of a dimension.</summary>
    public static Tensor index_fill(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill(dim, index, value);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concatenate(IList<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Tensors repeated to the shape that they broadcast to, without copying.</summary>
    public static IList<Tensor> broadcast_tensors(params Tensor[] tensors)
    {
        long[] shape = [];
        foreach (var tensor in tensors)
            shape = Layout.Broadcast("broadcast_tensors", shape, tensor.Sizes);
        return [.. tensors.Select(tensor => tensor.expand(shape))];
    }

    /// <summary>The number of elements.</summary>
    public static long numel(Tensor input) => input.numel();
}
