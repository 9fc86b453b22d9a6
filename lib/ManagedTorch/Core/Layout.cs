using static TorchSharp.torch;

namespace ManagedTorch.Core;

/// <summary>Arithmetic on shapes and strides (both in elements).</summary>
internal static class Layout
{
    /// <summary>The number of elements of a shape.</summary>
    /// <exception cref="ArgumentException">There are more than a 64-bit integer can count.</exception>
    public static long Count(ReadOnlySpan<long> sizes)
    {
        var count = 1L;
        foreach (var size in sizes)
            if (Math.BigMul(count, size, out count) != count >> 63)
                throw Errors.Shape("shape", sizes, "it has more elements than a 64-bit integer can count");
        return count;
    }

    /// <summary>The bytes that the elements of a shape take up.</summary>
    /// <exception cref="ArgumentException">A length is negative, or there are more bytes than can be addressed.</exception>
    public static long Bytes(ReadOnlySpan<long> sizes, ScalarType type)
    {
        foreach (var length in sizes)
            if (length < 0)
                throw Errors.Shape("empty", sizes, $"length {length} is negative");
        var count = Count(sizes);
        var size = DTypes.SizeOf(type);
        if (count > (1L << 60) / size)
            throw Errors.Shape("empty", sizes, $"{count} elements of {size} bytes cannot be addressed");
        return count * size;
    }

    public static long[] ContiguousStrides(ReadOnlySpan<long> sizes)
    {
        var strides = new long[sizes.Length];
        var stride = 1L;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            strides[i] = stride;
            stride *= Math.Max(1, sizes[i]);
        }

        return strides;
    }

    /// <summary>Strides without gaps or repeats that put the dimensions in the memory order of the given ones.</summary>
    public static long[] DenseStrides(long[] sizes, long[] strides)
    {
        var result = new long[sizes.Length];
        var stride = 1L;
        // The sort is stable: among dimensions of equal stride the later one stays the inner one.
        foreach (var i in Enumerable.Range(0, sizes.Length).OrderByDescending(i => strides[i]).Reverse())
        {
            result[i] = stride;
            stride *= Math.Max(1, sizes[i]);
        }

        return result;
    }

    public static bool IsContiguous(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides)
    {
        var expected = 1L;
        for (var i = sizes.Length - 1; i >= 0; i--)
        {
            if (sizes[i] == 0)
                return true;
            if (sizes[i] != 1 && strides[i] != expected)
                return false;
            expected *= sizes[i];
        }

        return true;
    }

    /// <summary>Turns a negative dimension into a position and checks it.</summary>
    public static int Dimension(long dim, int rank, string operation)
    {
        var limit = Math.Max(1, rank);
        if (dim < -limit || dim >= limit)
            throw new ArgumentOutOfRangeException(nameof(dim),
                $"{operation}: dimension {dim} is outside [-{limit}, {limit - 1}] of a tensor with {rank} dimensions.");
        return (int)(dim < 0 ? dim + limit : dim);
    }

    /// <summary>The same for an operation along a dimension that must be there: a tensor without dimensions has none.</summary>
    public static int Axis(long dim, ReadOnlySpan<long> sizes, string operation) => sizes.Length > 0
        ? Dimension(dim, sizes.Length, operation)
        : throw Errors.Shape(operation, sizes, "it needs at least one dimension");

    /// <summary>The shape that two shapes broadcast to.</summary>
    public static long[] Broadcast(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        var rank = Math.Max(a.Length, b.Length);
        var result = new long[rank];
        for (var i = 1; i <= rank; i++)
        {
            var x = i <= a.Length ? a[^i] : 1;
            var y = i <= b.Length ? b[^i] : 1;
            if (x != y && x != 1 && y != 1)
                throw Errors.Shapes(operation, a, b, $"lengths {x} and {y} at dimension -{i} differ and neither is 1");
            result[rank - i] = x == 1 ? y : x;
        }

        return result;
    }

    /// <summary>True when two shapes broadcast to one.</summary>
    public static bool Broadcasts(ReadOnlySpan<long> a, ReadOnlySpan<long> b)
    {
        for (var i = 1; i <= Math.Min(a.Length, b.Length); i++)
            if (a[^i] != b[^i] && a[^i] != 1 && b[^i] != 1)
                return false;
        return true;
    }

    /// <summary>Strides that read a tensor as if it had the broadcast shape: 0 where a dimension is repeated.</summary>
    public static long[] BroadcastStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        var result = new long[target.Length];
        var shift = target.Length - sizes.Length;
        for (var i = 0; i < sizes.Length; i++)
            result[shift + i] = sizes[i] == 1 && target[shift + i] != 1 ? 0 : strides[i];
        return result;
    }

    /// <summary>Replaces one -1 by the length that makes the counts equal.</summary>
    public static long[] InferShape(string operation, ReadOnlySpan<long> from, ReadOnlySpan<long> wanted)
    {
        var count = Count(from);
        var shape = wanted.ToArray();
        var hole = -1;
        var known = 1L;
        for (var i = 0; i < shape.Length; i++)
        {
            if (shape[i] == -1 && hole < 0)
                hole = i;
            else if (shape[i] < 0)
                throw Errors.Shapes(operation, from, wanted, "only one length may be -1");
            else
                known *= shape[i];
        }

        if (hole >= 0)
        {
            if (known == 0 || count % known != 0)
                throw Errors.Shapes(operation, from, wanted, $"{count} elements do not divide into rows of {known}");
            shape[hole] = count / known;
        }
        else if (known != count)
        {
            throw Errors.Shapes(operation, from, wanted, $"{count} elements cannot fill {known} places");
        }

        return shape;
    }

    /// <summary>Strides that show a strided tensor in another shape without copying, or null when there are none.</summary>
    public static long[]? ViewStrides(ReadOnlySpan<long> sizes, ReadOnlySpan<long> strides, ReadOnlySpan<long> target)
    {
        if (Count(sizes) == 0 || IsContiguous(sizes, strides))
            return ContiguousStrides(target);
        var result = new long[target.Length];
        var to = target.Length - 1;
        var run = 1L;       // elements of the block of source dimensions that are laid out as one
        var covered = 1L;   // elements of that block that target dimensions have taken
        var blockStride = sizes.Length > 0 ? strides[^1] : 1;
        for (var from = sizes.Length - 1; from >= 0; from--)
        {
            run *= sizes[from];
            var blockEnds = from == 0 || (sizes[from - 1] != 1 && strides[from - 1] != run * blockStride);
            if (!blockEnds)
                continue;
            while (to >= 0 && (covered < run || target[to] == 1))
            {
                result[to] = covered * blockStride;
                covered *= target[to];
                to--;
            }

            if (covered != run)
                return null;
            if (from > 0)
            {
                blockStride = strides[from - 1];
                run = covered = 1;
            }
        }

        return to < 0 ? result : null;
    }

    public static string Text(ReadOnlySpan<long> sizes) => "(" + string.Join(", ", sizes.ToArray()) + (sizes.Length == 1 ? ",)" : ")");
}
