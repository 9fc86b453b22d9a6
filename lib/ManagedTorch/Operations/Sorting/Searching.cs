using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>Binary search in sorted rows, without history.</summary>
internal static unsafe class Searching
{
    /// <summary>
    /// How many elements of a sorted row are below each value (right: not above it). Rows (n) with values of any shape, or rows (..., n)
    /// with values (..., m). NaN counts as the largest.
    /// </summary>
    public static Tensor Find(Tensor ordered, Tensor values, bool right)
    {
        if (ordered.Rank == 0 || (ordered.Rank > 1 && (values.Rank != ordered.Rank
            || !values.Sizes.AsSpan(..^1).SequenceEqual(ordered.Sizes.AsSpan(..^1)))))
            throw Errors.Shapes("searchsorted", ordered.Sizes, values.Sizes,
                "all dimensions but the last must be equal, or the sorted sequence a vector");
        // Float64 would join large integers, so integers are compared as such.
        return DTypes.IsFloating(Elementwise.ResultType(ordered, values))
            ? Rows<double>(ordered, values, ScalarType.Float64, right)
            : Rows<long>(ordered, values, ScalarType.Int64, right);
    }

    private static Tensor Rows<T>(Tensor ordered, Tensor values, ScalarType type, bool right) where T : unmanaged, IComparable<T>
    {
        using var castRows = Casts.To(ordered, type);
        using var rows = castRows.InOrder();
        using var castValues = Casts.To(values, type);
        using var wanted = castValues.InOrder();
        var result = Tensor.Empty(values.Sizes, ScalarType.Int64);
        T* row = rows.Pointer<T>(), value = wanted.Pointer<T>();
        var place = result.Pointer<long>();
        var n = ordered.Sizes[^1];
        var each = ordered.Rank == 1 ? Math.Max(1, values.Count) : values.Sizes[^1];
        for (long i = 0; i < values.Count; i++)
        {
            var from = ordered.Rank == 1 ? row : row + (i / each * n);
            long low = 0, high = n;
            while (low < high)
            {
                var middle = (low + high) >>> 1;
                var order = Compare(from[middle], value[i]);
                if (order < 0 || (right && order == 0))
                    low = middle + 1;
                else
                    high = middle;
            }

            place[i] = low;
        }

        GC.KeepAlive(rows);
        GC.KeepAlive(wanted);
        return result;
    }

    // .NET sorts NaN before all numbers, PyTorch behind them.
    private static int Compare<T>(T a, T b) where T : unmanaged, IComparable<T>
    {
        if (typeof(T) != typeof(double))
            return a.CompareTo(b);
        bool first = double.IsNaN((double)(object)a), second = double.IsNaN((double)(object)b);
        return first || second ? first.CompareTo(second) : a.CompareTo(b);
    }
}
