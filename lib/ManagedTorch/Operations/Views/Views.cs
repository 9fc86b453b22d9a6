using ManagedTorch.Autograd;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Other ways to see the same elements: only shape, strides and offset change. Backward: dy seen the other way round; of a part,
/// zeros around it; of a repeated dimension, the sum over it.
/// </summary>
internal static class Views
{
    /// <summary>A view with a backward function that maps its gradient to one of the viewed tensor.</summary>
    public static Tensor View(string name, Tensor x, long[] sizes, long[] strides, long offset, Func<Tensor, Tensor> backward)
    {
        var result = x.SharedViewOf(sizes, strides, offset);
        if (Tape.Open(name, x) is not { } node)
            return result;
        node.Define(g => [backward(g[0]!)]);
        return node.Close(result);
    }

    /// <summary>A view of part of the elements: the gradient of the rest is zero.</summary>
    /// <param name="same">Takes the same part of another tensor of the same shape.</param>
    public static Tensor Part(string name, Tensor x, long[] sizes, long[] strides, long offset, Func<Tensor, Tensor> same)
    {
        var shape = x.Sizes;
        return View(name, x, sizes, strides, offset, g =>
        {
            var full = Tensor.Zeros(shape, g.Type);
            Tensor.CopyElements(g, same(full));
            return full;
        });
    }

    public static Tensor Reshape(string name, Tensor x, long[] wanted, bool mayCopy)
    {
        var shape = Layout.InferShape(name, x.Sizes, wanted);
        var before = x.Sizes;
        if (Layout.ViewStrides(x.Sizes, x.Strides, shape) is { } strides)
            return View(name, x, shape, strides, x.Offset, g => g.reshape(before));
        if (!mayCopy)
            throw Errors.Shapes(name, x.Sizes, wanted, "the elements do not lie in order; use reshape(), or contiguous() first");
        return View(name, x.contiguous(), shape, Layout.ContiguousStrides(shape), 0, g => g.reshape(before));
    }

    public static Tensor Permute(Tensor x, int[] order)
    {
        if (order.Length != x.Rank || order.Distinct().Count() != x.Rank)
            throw Errors.Shape("permute", x.Sizes, $"({string.Join(", ", order)}) does not name each dimension once");
        var inverse = new long[order.Length];
        for (var i = 0; i < order.Length; i++)
            inverse[order[i]] = i;
        return View("permute", x, [.. order.Select(i => x.Sizes[i])], [.. order.Select(i => x.Strides[i])], x.Offset,
            g => g.permute(inverse));
    }

    public static Tensor Expand(Tensor x, ReadOnlySpan<long> wanted)
    {
        var sizes = wanted.ToArray();
        var extra = sizes.Length - x.Rank;
        if (extra < 0)
            throw Errors.Shapes("expand", x.Sizes, wanted, "there are fewer dimensions than before");
        for (var i = 0; i < sizes.Length; i++)
            if (sizes[i] < (i < extra ? 0 : -1))
                throw Errors.Shapes("expand", x.Sizes, wanted, $"length {sizes[i]} is negative");
        var strides = new long[sizes.Length];
        for (var i = extra; i < sizes.Length; i++)
        {
            var length = x.Sizes[i - extra];
            if (sizes[i] == -1)
                sizes[i] = length;
            if (sizes[i] == length)
                strides[i] = x.Strides[i - extra];
            else if (length != 1)
                throw Errors.Shapes("expand", x.Sizes, wanted, $"length {length} of dimension {i - extra} is not 1");
        }

        var before = x.Sizes;
        return View("expand", x, sizes, strides, x.Offset, g => Reduction.SumTo(g, before));
    }

    public static Tensor Slice(Tensor x, int dim, long start, long stop, long step)
    {
        if (step <= 0)
            throw new ArgumentOutOfRangeException(nameof(step), $"slice: step {step} is not positive.");
        var length = x.Sizes[dim];
        start = Math.Clamp(start < 0 ? start + length : start, 0, length);
        stop = Math.Clamp(stop < 0 ? stop + length : stop, start, length);
        var sizes = (long[])x.Sizes.Clone();
        var strides = (long[])x.Strides.Clone();
        sizes[dim] = (stop - start + step - 1) / step;
        strides[dim] *= step;
        return Part("slice", x, sizes, strides, x.Offset + (start * x.Strides[dim]), full => Slice(full, dim, start, stop, step));
    }

    public static Tensor Select(Tensor x, int dim, long index)
    {
        var length = x.Sizes[dim];
        if (index < -length || index >= length)
            throw new ArgumentOutOfRangeException(nameof(index),
                $"select: index {index} is outside dimension {dim} of shape {Layout.Text(x.Sizes)}.");
        index = index < 0 ? index + length : index;
        return Part("select", x, Without(x.Sizes, dim), Without(x.Strides, dim), x.Offset + (index * x.Strides[dim]),
            full => Select(full, dim, index));
    }

    public static long[] Without(long[] values, int position) => [.. values[..position], .. values[(position + 1)..]];
}
