// Other ways to put tensors side by side, by cat and stack: each input's gradient is the part of dy where it lies.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Matrices along the diagonal of a larger one, zeros elsewhere; vectors are rows.</summary>
        public static Tensor block_diag(params Tensor[] tensors) => torch.block_diag(tensors);
    }

    /// <summary>Matrices along the diagonal of a larger one, zeros elsewhere; vectors are rows.</summary>
    public static Tensor block_diag(params Tensor[] tensors)
    {
        Tensor[] blocks =
        [
            .. tensors.Select(t => t.Rank <= 2 ? t.atleast_2d() : throw Errors.Shape("block_diag", t.Sizes, "it takes matrices")),
        ];
        if (blocks.Length == 0)
            return empty([1, 0]);
        var width = blocks.Sum(b => b.Sizes[1]);
        var before = 0L;
        var rows = new Tensor[blocks.Length];
        for (var i = 0; i < blocks.Length; i++)
        {
            var (height, columns) = (blocks[i].Sizes[0], blocks[i].Sizes[1]);
            rows[i] = cat(
                [zeros([height, before], blocks[i].Type), blocks[i], zeros([height, width - before - columns], blocks[i].Type)], 1);
            before += columns;
        }

        return cat(rows);
    }

    /// <summary>Tensors joined along the third dimension.</summary>
    public static Tensor dstack(params Tensor[] tensors) => cat([.. tensors.Select(t => t.atleast_3d())], 2);

    /// <summary>Tensors joined along the third dimension.</summary>
    public static Tensor dstack(IList<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>Tensors joined along the third dimension.</summary>
    public static Tensor dstack(IEnumerable<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>Tensors joined along the third dimension.</summary>
    public static Tensor dstack(ReadOnlySpan<Tensor> tensors) => dstack(tensors.ToArray());

    /// <summary>Tensors side by side; vectors are columns.</summary>
    public static Tensor column_stack(params Tensor[] tensors) => hstack([.. tensors.Select(t => t.Rank <= 1 ? t.reshape(-1, 1) : t)]);

    /// <summary>Tensors side by side; vectors are columns.</summary>
    public static Tensor column_stack(IList<Tensor> tensors) => column_stack(tensors.ToArray());

    /// <summary>Tensors side by side; vectors are columns.</summary>
    public static Tensor column_stack(ReadOnlySpan<Tensor> tensors) => column_stack(tensors.ToArray());

    /// <summary>Tensors below each other; vectors are rows.</summary>
    public static Tensor row_stack(params Tensor[] tensors) => vstack(tensors);

    /// <summary>Tensors below each other; vectors are rows.</summary>
    public static Tensor row_stack(IList<Tensor> tensors) => vstack(tensors);

    /// <summary>Tensors below each other; vectors are rows.</summary>
    public static Tensor row_stack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());

    /// <summary>Tensors below each other; vectors are rows.</summary>
    public static Tensor vstack(ReadOnlySpan<Tensor> tensors) => vstack(tensors.ToArray());

    /// <summary>Tensors side by side.</summary>
    public static Tensor hstack(ReadOnlySpan<Tensor> tensors) => hstack(tensors.ToArray());

    /// <summary>Tensors side by side.</summary>
    public static Tensor hstack(IEnumerable<Tensor> tensors) => hstack(tensors.ToArray());

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concat(Tensor[] tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concatenate(Tensor[] tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concatenate(ReadOnlySpan<Tensor> tensors, long axis = 0) => cat(tensors, axis);

    /// <summary>All rows that take one element from each vector.</summary>
    public static Tensor cartesian_prod(params Tensor[] tensors) => tensors.Length == 1
        ? tensors[0].alias()
        : stack(meshgrid(tensors).Select(g => g.reshape(-1)), -1);

    /// <summary>All rows that take one element from each vector.</summary>
    public static Tensor cartesian_prod(IList<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    /// <summary>All rows that take one element from each vector.</summary>
    public static Tensor cartesian_prod(ReadOnlySpan<Tensor> tensors) => cartesian_prod(tensors.ToArray());

    /// <summary>All combinations of r elements of a vector as rows, in order.</summary>
    public static Tensor combinations(Tensor input, int r = 2, bool with_replacement = false)
    {
        if (input.Rank != 1 || r < 0)
            throw Errors.Shape("combinations", input.Sizes, r < 0 ? $"r is {r}" : "it takes a vector");
        if (r == 0)
            return empty([0], input.Type);
        var places = new List<long>();
        var count = 0L;
        Choose([], 0);
        return input.index_select(0, tensor(places.ToArray())).reshape(count, r);

        void Choose(long[] chosen, long from)
        {
            if (chosen.Length == r)
            {
                places.AddRange(chosen);
                count++;
                return;
            }

            for (var i = from; i < input.Sizes[0]; i++)
                Choose([.. chosen, i], with_replacement ? i : i + 1);
        }
    }

    /// <summary>Tensors as vectors at least.</summary>
    public static IEnumerable<Tensor> atleast_1d(params Tensor[] input) => [.. input.Select(t => t.atleast_1d())];

    /// <summary>Tensors as matrices at least.</summary>
    public static IEnumerable<Tensor> atleast_2d(params Tensor[] input) => [.. input.Select(t => t.atleast_2d())];

    /// <summary>Tensors with three dimensions at least.</summary>
    public static IEnumerable<Tensor> atleast_3d(params Tensor[] input) => [.. input.Select(t => t.atleast_3d())];

    /// <summary>The shape that several shapes broadcast to.</summary>
    public static Size broadcast_shapes(params long[][] shapes)
    {
        long[] result = [];
        foreach (var shape in shapes)
            result = Layout.Broadcast("broadcast_shapes", result, shape);
        return new Size(result);
    }
}
