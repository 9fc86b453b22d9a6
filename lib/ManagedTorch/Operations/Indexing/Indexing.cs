using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Reading and writing through <see cref="TensorIndex"/>, as NumPy's basic and advanced indexing. y = x[i]; backward: dx[i] += dy, zero
/// elsewhere. x[i] = v; backward: dv = dx[i], and the tensor as it was gets dx with zeros at i.
/// </summary>
internal static class Indexing
{
    public static Tensor Get(Tensor x, TensorIndex[] indices)
    {
        var (view, lists) = Basic(x, indices);
        return lists.Count > 0 ? Gather(view, lists) : ReferenceEquals(view, x) ? x.alias() : view;
    }

    public static void Set(Tensor x, TensorIndex[] indices, Tensor value, bool accumulate = false)
    {
        if (GradMode.Enabled && (x.History is not null || value.History is not null))
        {
            SetRecorded(x, indices, value, accumulate);
            return;
        }

        x.BeforeInPlace("index_put_");
        SetPlain(x, indices, value, accumulate);
        x.AfterInPlace();
    }

    private static void SetPlain(Tensor x, TensorIndex[] indices, Tensor value, bool accumulate)
    {
        using var noGrad = GradMode.Set(false);
        var (view, lists) = Basic(x, indices);
        if (lists.Count > 0)
            Scatter(view, lists, value, accumulate);
        else if (accumulate)
            view.add_(Fitting(value, view.Rank));
        else
            view.copy_(Fitting(value, view.Rank));
    }

    // A value may have more dimensions than its place when the first ones are of length 1.
    private static Tensor Fitting(Tensor value, int rank)
    {
        while (value.Rank > rank && value.Sizes[0] == 1)
            value = value.squeeze(0);
        return value;
    }

    // The gradient of what was written goes to the value, the gradient of the rest to the tensor as it was.
    private static void SetRecorded(Tensor x, TensorIndex[] indices, Tensor value, bool accumulate)
    {
        Arithmetics.InPlace("index_put_", x, before =>
        {
            var result = before.Copy();
            SetPlain(result, indices, value, accumulate);
            if (Tape.Open("index_put_", before, value) is not { } node)
                return result;
            var shape = value.Sizes;
            var type = x.Type;
            var saved = indices.Select(index => index.Value is { } list ? node.Save(list) : null).ToArray();
            node.Define(g =>
            {
                TensorIndex[] places = [.. indices.Select((index, i) => saved[i] is { } list ? TensorIndex.Tensor(list.Value) : index)];
                Tensor? rest = null;
                if (node.Needs(0))
                {
                    rest = g[0]!.Copy();
                    if (!accumulate)
                        SetPlain(rest, places, Creation.Full([], 0, type), false);
                }

                return [rest, node.Needs(1) ? Reduction.SumTo(Get(g[0]!, places), shape) : null];
            });
            return node.Close(result);
        });
    }

    // Applies numbers, slices, ellipsis and new axes as views; what is left are tensors of positions, by dimension of the view.
    private static (Tensor View, SortedDictionary<int, Tensor> Lists) Basic(Tensor x, TensorIndex[] indices)
    {
        var consumed = indices.Sum(index => index.Form switch
        {
            TensorIndex.Kind.NewAxis or TensorIndex.Kind.Ellipsis => 0,
            TensorIndex.Kind.Tensor when index.Value!.Type == ScalarType.Bool => index.Value.Rank,
            _ => 1,
        });
        if (consumed > x.Rank)
            throw Errors.Shape("index", x.Sizes, $"there are {consumed} indices for {x.Rank} dimensions");
        var lists = new SortedDictionary<int, Tensor>();
        var view = x;
        var dim = 0;
        foreach (var index in indices)
        {
            switch (index.Form)
            {
                case TensorIndex.Kind.Single:
                    view = view.select(dim, index.Start!.Value);
                    break;
                case TensorIndex.Kind.Slice:
                    if (index.Start is not null || index.Stop is not null || index.Step is not null)
                        view = Views.Slice(view, dim, index.Start ?? 0, index.Stop ?? long.MaxValue, index.Step ?? 1);
                    dim++;
                    break;
                case TensorIndex.Kind.Ellipsis:
                    dim += x.Rank - consumed;
                    break;
                case TensorIndex.Kind.NewAxis:
                    view = view.unsqueeze(dim++);
                    break;
                default:
                    var positions = index.Value!;
                    if (positions.Type != ScalarType.Bool)
                    {
                        lists[dim++] = positions;
                        break;
                    }

                    if (!positions.Sizes.AsSpan().SequenceEqual(view.Sizes.AsSpan(dim, positions.Rank)))
                        throw Errors.Shapes("index", view.Sizes, positions.Sizes,
                            "the mask must have the shape of the dimensions it chooses from");
                    foreach (var column in positions.nonzero().unbind(1))
                        lists[dim++] = column;
                    break;
            }
        }

        return (view, lists);
    }

    // The lists broadcast to one shape, which takes the place of the indexed dimensions (or comes first when they are not neighbours).
    private static (long[] Shape, Tensor Flat, bool First, int[] Dims) Plan(Tensor view, SortedDictionary<int, Tensor> lists)
    {
        var dims = lists.Keys.ToArray();
        long[] shape = [];
        foreach (var list in lists.Values)
            shape = Layout.Broadcast("index", shape, list.Sizes);
        Tensor? flat = null;
        foreach (var (dim, list) in lists)
        {
            var length = view.Sizes[dim];
            using var noGrad = GradMode.Set(false);
            var positions = list.to_type(ScalarType.Int64);
            if (positions.Count > 0)
            {
                long low = positions.min().item<long>(), high = positions.max().item<long>();
                if (low < -length || high >= length)
                    throw new ArgumentOutOfRangeException(nameof(lists),
                        $"index: position {(high >= length ? high : low)} is outside dimension {dim} of shape {Layout.Text(view.Sizes)}.");
                if (low < 0)
                    positions = where(positions < 0, positions + length, positions);
            }

            var spread = positions.expand(shape);
            flat = flat is null ? spread : (flat * length) + spread;
        }

        var neighbours = dims[^1] - dims[0] == dims.Length - 1;
        return (shape, flat!.reshape(-1), !neighbours, dims);
    }

    private static Tensor Gather(Tensor view, SortedDictionary<int, Tensor> lists)
    {
        var (shape, flat, first, dims) = Plan(view, lists);
        var others = Enumerable.Range(0, view.Rank).Except(dims).ToArray();
        var front = view.permute([.. dims.Select(d => (long)d), .. others.Select(d => (long)d)]).flatten(0, dims.Length - 1);
        var rows = front.index_select(0, flat).reshape([.. shape, .. others.Select(d => view.Sizes[d])]);
        if (first || dims[0] == 0)
            return rows;
        var before = dims[0];
        return rows.permute([.. Enumerable.Range(shape.Length, before).Select(d => (long)d),
            .. Enumerable.Range(0, shape.Length).Select(d => (long)d),
            .. Enumerable.Range(shape.Length + before, others.Length - before).Select(d => (long)d)]);
    }

    private static void Scatter(Tensor view, SortedDictionary<int, Tensor> lists, Tensor value, bool accumulate)
    {
        var (shape, flat, first, dims) = Plan(view, lists);
        var others = Enumerable.Range(0, view.Rank).Except(dims).ToArray();
        var rest = others.Select(d => view.Sizes[d]).ToArray();
        var before = first ? 0 : dims[0];
        long[] outShape = [.. rest[..before], .. shape, .. rest[before..]];
        var wide = Fitting(Casts.To(value, view.Type), outShape.Length).expand(outShape);
        // (before, shape, after) to (shape, before, after), as rows.
        var order = Enumerable.Range(before, shape.Length).Concat(Enumerable.Range(0, before))
            .Concat(Enumerable.Range(before + shape.Length, rest.Length - before));
        var rows = wide.permute([.. order.Select(d => (long)d)]).reshape([flat.Count, Layout.Count(rest)]);
        var front = view.permute([.. dims.Select(d => (long)d), .. others.Select(d => (long)d)]);
        var target = front.contiguous().reshape([Layout.Count(front.Sizes.AsSpan(..dims.Length)), Layout.Count(rest)]);
        Selection.WriteRows(target, flat, rows, accumulate);
        if (target.Storage != view.Storage)
            front.copy_(target.reshape(front.shape));
    }
}
