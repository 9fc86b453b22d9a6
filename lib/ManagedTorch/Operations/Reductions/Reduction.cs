using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Threading;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Sums and extremes over dimensions. y = Σ x: dx = dy, repeated. y = max x along a dimension: dx = dy at the winner, else 0; over
/// several dimensions equal winners share dy.
/// </summary>
internal static unsafe class Reduction
{
    /// <summary>Which dimensions are reduced; none named means all.</summary>
    public static bool[] Mask(string name, Tensor x, ReadOnlySpan<long> dims)
    {
        var mask = new bool[x.Rank];
        if (dims.Length == 0)
            Array.Fill(mask, true);
        foreach (var dim in dims)
        {
            if (x.Rank > 0)
                mask[Layout.Dimension(dim, x.Rank, name)] = true;
            else
                Layout.Dimension(dim, 0, name);
        }

        return mask;
    }

    public static long[] ResultShape(Tensor x, bool[] mask, bool keepdim)
    {
        var shape = new List<long>();
        for (var i = 0; i < mask.Length; i++)
        {
            if (!mask[i])
                shape.Add(x.Sizes[i]);
            else if (keepdim)
                shape.Add(1);
        }

        return [.. shape];
    }

    /// <summary>
    /// The elements as contiguous rows, one row for each element of the result; belongs to the caller.
    /// </summary>
    public static Tensor Rows(Tensor x, bool[] mask, out long rows, out long length)
    {
        var order = Enumerable.Range(0, mask.Length).OrderBy(i => mask[i]).ToArray();
        rows = length = 1;
        for (var i = 0; i < mask.Length; i++)
        {
            if (mask[i])
                length *= x.Sizes[i];
            else
                rows *= x.Sizes[i];
        }

        using var moved = x.ViewOf([.. order.Select(i => x.Sizes[i])], [.. order.Select(i => x.Strides[i])], x.Offset);
        return moved.InOrder();
    }

    /// <summary>Sum over dimensions, without history.</summary>
    public static Tensor Sum(Tensor x, bool[] mask, bool keepdim)
    {
        if (DTypes.IsReduced(x.Type))
        {
            using var wide = Casts.To(x, ScalarType.Float32);
            using var sum = Sum(wide, mask, keepdim);
            return Casts.To(sum, x.Type);
        }

        if (DTypes.IsComplex(x.Type))
        {
            using var parts = Complexes.Parts(x);
            using var sums = Sum(parts, [.. mask, false], keepdim);
            return Complexes.FromParts(sums);
        }

        var type = DTypes.IsFloating(x.Type) ? x.Type : ScalarType.Int64;
        using var input = Casts.To(x, type);
        var result = Tensor.Empty(ResultShape(x, mask, keepdim), type);
        if (type == ScalarType.Float32 && input.Contiguous && LeadingOnly(mask, out var leading))
        {
            long count = 1, width = 1;
            for (var i = 0; i < mask.Length; i++)
            {
                if (i < leading)
                    count *= x.Sizes[i];
                else
                    width *= x.Sizes[i];
            }

            Reduce.SumColumns(input.Pointer<float>(), count, width, result.Pointer<float>(), accumulate: false);
            GC.KeepAlive(input);
            return result;
        }

        using var ordered = Rows(input, mask, out var rows, out var length);
        switch (type)
        {
            case ScalarType.Float32: Reduce.SumRows(ordered.Pointer<float>(), rows, length, result.Pointer<float>()); break;
            case ScalarType.Float64: Reduce.SumRows(ordered.Pointer<double>(), rows, length, result.Pointer<double>()); break;
            default: SumIntegers(ordered.Pointer<long>(), rows, length, result.Pointer<long>()); break;
        }

        GC.KeepAlive(ordered);
        return result;
    }

    /// <summary>
    /// Undoes broadcasting: sums a gradient down to the shape that was broadcast. Belongs to the caller, without history.
    /// </summary>
    public static Tensor SumTo(Tensor gradient, long[] shape)
    {
        if (gradient.Sizes.AsSpan().SequenceEqual(shape))
            return gradient.Alias();
        var extra = gradient.Rank - shape.Length;
        var mask = new bool[gradient.Rank];
        for (var i = 0; i < gradient.Rank; i++)
            mask[i] = i < extra || (shape[i - extra] == 1 && gradient.Sizes[i] != 1);
        using var sum = Sum(gradient, mask, keepdim: true);
        return sum.ViewOf((long[])shape.Clone(), Layout.ContiguousStrides(shape), sum.Offset);
    }

    /// <summary>Sum over dimensions, with history.</summary>
    public static Tensor RecordedSum(Tensor x, ReadOnlySpan<long> dims, bool keepdim)
    {
        var mask = Mask("sum", x, dims);
        var result = Sum(x, mask, keepdim);
        if (Tape.Open("sum", x) is not { } node)
            return result;
        var shape = x.Sizes;
        node.Define(g => [Spread(g[0]!, shape, mask)]);
        return node.Close(result);
    }

    /// <summary>A reduced gradient seen in the shape before the reduction, every element repeated; no copy.</summary>
    public static Tensor Spread(Tensor gradient, long[] shape, bool[] mask)
    {
        var strides = new long[shape.Length];
        var reducedHasDims = gradient.Rank == shape.Length;
        var at = 0;
        for (var i = 0; i < shape.Length; i++)
        {
            if (!mask[i])
                strides[i] = gradient.Strides[reducedHasDims ? i : at++];
        }

        return gradient.ViewOf((long[])shape.Clone(), strides, gradient.Offset);
    }

    /// <summary>The largest (or smallest) element of each row and its position; the first of equals; NaN wins.</summary>
    public static (Tensor Values, Tensor Indexes) Extreme(Tensor x, bool[] mask, bool keepdim, bool largest)
    {
        if (DTypes.IsReduced(x.Type))
        {
            using var wide = Casts.To(x, ScalarType.Float32);
            var (found, places) = Extreme(wide, mask, keepdim, largest);
            using (found)
                return (Casts.To(found, x.Type), places);
        }

        using var ordered = Rows(x, mask, out var rows, out var length);
        if (length == 0)
            throw Errors.Shape(largest ? "max" : "min", x.Sizes, "there is no element to choose from");
        var shape = ResultShape(x, mask, keepdim);
        var values = Tensor.Empty(shape, x.Type);
        var indexes = Tensor.Empty(shape, ScalarType.Int64);
        var at = indexes.Pointer<long>();
        switch (x.Type)
        {
            case ScalarType.Float32 when largest:
                Reduce.MaxRows(ordered.Pointer<float>(), rows, length, values.Pointer<float>(), at);
                break;
            case ScalarType.Float32: Reduce.MinRows(ordered.Pointer<float>(), rows, length, values.Pointer<float>(), at); break;
            case ScalarType.Float64: ExtremeRows(ordered.Pointer<double>(), rows, length, values.Pointer<double>(), at, largest); break;
            case ScalarType.Int64: ExtremeRows(ordered.Pointer<long>(), rows, length, values.Pointer<long>(), at, largest); break;
            case ScalarType.Int16: ExtremeRows(ordered.Pointer<short>(), rows, length, values.Pointer<short>(), at, largest); break;
            case ScalarType.Int8: ExtremeRows(ordered.Pointer<sbyte>(), rows, length, values.Pointer<sbyte>(), at, largest); break;
            case ScalarType.Int32: ExtremeRows(ordered.Pointer<int>(), rows, length, values.Pointer<int>(), at, largest); break;
            default: ExtremeRows(ordered.Pointer<byte>(), rows, length, values.Pointer<byte>(), at, largest); break;
        }

        GC.KeepAlive(ordered);
        return (values, indexes);
    }

    // True when the reduced dimensions come first, as in a bias gradient.
    private static bool LeadingOnly(bool[] mask, out int leading)
    {
        leading = 0;
        while (leading < mask.Length && mask[leading])
            leading++;
        return leading > 0 && leading < mask.Length && !mask.AsSpan(leading).Contains(true);
    }

    private static void SumIntegers(long* x, long rows, long length, long* y)
    {
        for (long r = 0; r < rows; r++, x += length)
        {
            var sum = 0L;
            for (long i = 0; i < length; i++)
                sum += x[i];
            y[r] = sum;
        }
    }

    private static void ExtremeRows<T>(T* x, long rows, long length, T* values, long* indexes, bool largest) where T : unmanaged, INumber<T>
    {
        WorkerPool.ForRange(rows, Math.Max(1, 32768 / length), (start, end) =>
        {
            for (var r = start; r < end; r++)
            {
                var row = x + (r * length);
                long best = 0;
                for (long i = 1; i < length && !T.IsNaN(row[best]); i++)
                {
                    if (T.IsNaN(row[i]) || (largest ? row[i] > row[best] : row[i] < row[best]))
                        best = i;
                }

                values[r] = row[best];
                indexes[r] = best;
            }
        });
    }
}
