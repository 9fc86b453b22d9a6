// cat along dimension d: (..., n_k, ...) for each k to (..., Σ n_k, ...); dx_k is the part of dy where x_k lies.
// stack: K tensors (...) to (K, ...), the same with a new dimension.

using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Tensors joined along a dimension they already have.</summary>
    /// <exception cref="ArgumentException">The other dimensions differ; the message names both shapes.</exception>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0)
    {
        if (tensors.Count == 0)
            throw new ArgumentException("cat: there is no tensor to join.");
        if (tensors.Any(IsNothing) && tensors.Any(t => t.Rank != 1))
            return cat(tensors.Where(t => !IsNothing(t)).ToArray(), dim);
        var first = tensors[0];
        var at = Layout.Dimension(dim, first.Rank, "cat");
        if (first.Rank == 0)
            throw Errors.Shape("cat", first.Sizes, "tensors without dimensions cannot be joined; use stack()");
        var shape = (long[])first.Sizes.Clone();
        var type = first.Type;
        foreach (var tensor in tensors.Skip(1))
        {
            if (tensor.Rank != first.Rank || !Views.Without(tensor.Sizes, at).AsSpan().SequenceEqual(Views.Without(first.Sizes, at)))
                throw Errors.Shapes("cat", first.Sizes, tensor.Sizes, $"they may differ in dimension {at} only");
            shape[at] += tensor.Sizes[at];
            type = DTypes.Promote(type, tensor.Type);
        }

        var result = Tensor.Empty(shape, type);
        var start = 0L;
        foreach (var tensor in tensors)
        {
            using var cast = Casts.To(tensor, type);
            using (DisposeScopeManager.Suspend())
            {
                using var place = result.ViewOf(tensor.Sizes, result.Strides, start * result.Strides[at]);
                Tensor.CopyElements(cast, place);
            }

            start += tensor.Sizes[at];
        }

        if (Tape.Open("cat", [.. tensors]) is not { } node)
            return result;
        var lengths = tensors.Select(t => t.Sizes[at]).ToArray();
        node.Define(g =>
        {
            var pieces = g[0]!.split(lengths, at);
            for (var i = 0; i < pieces.Length; i++)
                pieces[i] = node.Needs(i) ? pieces[i] : null!;
            return pieces;
        });
        return node.Close(result);
    }

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor cat(Tensor[] tensors, long dim = 0) => cat((IList<Tensor>)tensors, dim);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) => cat((IList<Tensor>)tensors.ToArray(), dim);

    /// <summary>Tensors joined along a dimension they already have.</summary>
    public static Tensor concat(IList<Tensor> tensors, long dim = 0) => cat(tensors, dim);

    /// <summary>Tensors of one shape joined along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0)
    {
        var all = tensors.ToArray();
        if (all.Length == 0)
            throw new ArgumentException("stack: there is no tensor to join.");
        foreach (var tensor in all)
            if (!tensor.Sizes.AsSpan().SequenceEqual(all[0].Sizes))
                throw Errors.Shapes("stack", all[0].Sizes, tensor.Sizes, "they must be equal");
        var at = Layout.Dimension(dim, all[0].Rank + 1, "stack");
        return cat((IList<Tensor>)all.Select(t => t.unsqueeze(at)).ToArray(), at);
    }

    /// <summary>Tensors side by side: along the second dimension, vectors along their only one.</summary>
    public static Tensor hstack(IList<Tensor> tensors) => cat(AtLeast(tensors, 1), tensors.Count > 0 && tensors[0].Rank > 1 ? 1 : 0);

    /// <summary>Tensors side by side: along the second dimension, vectors along their only one.</summary>
    public static Tensor hstack(params Tensor[] tensors) => hstack((IList<Tensor>)tensors);

    /// <summary>Tensors below each other: along the first dimension, vectors as rows.</summary>
    public static Tensor vstack(IList<Tensor> tensors) => cat(AtLeast(tensors, 2));

    /// <summary>Tensors below each other: along the first dimension, vectors as rows.</summary>
    public static Tensor vstack(Tensor[] tensors) => vstack((IList<Tensor>)tensors);

    /// <summary>The coordinates of a grid: one tensor of the grid's shape for each vector; "xy" swaps the first two dimensions.</summary>
    public static Tensor[] meshgrid(IEnumerable<Tensor> tensors, string indexing = "ij")
    {
        if (indexing is not ("ij" or "xy"))
            throw new ArgumentException($"meshgrid: indexing is \"ij\" or \"xy\", not \"{indexing}\".");
        Tensor[] vectors = [.. tensors.Select(
            t => t.Rank <= 1 ? t.reshape(-1) : throw Errors.Shape("meshgrid", t.Sizes, "it takes vectors"))];
        var swap = indexing == "xy" && vectors.Length > 1;
        if (swap)
            (vectors[0], vectors[1]) = (vectors[1], vectors[0]);
        long[] shape = [.. vectors.Select(v => v.Count)];
        var grids = vectors.Select((v, i) => v.reshape([.. shape.Select((_, d) => d == i ? -1L : 1L)]).expand(shape)).ToArray();
        if (!swap)
            return grids;
        (grids[0], grids[1]) = (grids[1], grids[0]);
        return [.. grids.Select(g => g.transpose(0, 1))];
    }

    // An empty vector joins with anything, as in PyTorch, where lists used to start with one.
    private static bool IsNothing(Tensor tensor) => tensor.Rank == 1 && tensor.Count == 0;

    private static Tensor[] AtLeast(IList<Tensor> tensors, int rank) =>
        [.. tensors.Select(t => t.Rank >= rank ? t : t.reshape([.. Enumerable.Repeat(1L, rank - 1), -1]))];
}
