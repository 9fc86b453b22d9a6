using System.Numerics;
using ManagedTorch.Core;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// The different slices of a tensor along a dimension, in the order of a dictionary: (n, ...) to (m, ...), with m at most n. No gradient.
/// </summary>
internal static unsafe class UniqueSlices
{
    /// <summary>The slices, to which of them each slice went (n), and how often each occurs (m).</summary>
    public static (Tensor Output, Tensor Inverse, Tensor Counts) Apply(Tensor x, int dim)
    {
        var at = Layout.Axis(dim, x.Sizes, "unique");
        if (x.Count == 0 && x.Sizes[at] != 0)
            throw Errors.Shape("unique", x.Sizes, $"the slices along dimension {at} are empty");
        var rows = x.detach().movedim([at], [0]).reshape(x.Sizes[at], x.Sizes[at] == 0 ? 0 : -1);
        var order = Order(rows);
        var (output, group, counts) = x.detach().index_select(at, order).unique_consecutive(dim: at);
        return (output, order.zeros_like().scatter_(0, order, group), counts);
    }

    private static Tensor Order(Tensor rows)
    {
        if (DTypes.IsReduced(rows.Type))
        {
            using var wide = Casts.To(rows, ScalarType.Float32);
            return Order(wide);
        }

        using var ordered = rows.InOrder();
        return tensor(rows.Type switch
        {
            ScalarType.Float32 => Order<float>(ordered),
            ScalarType.Float64 => Order<double>(ordered),
            ScalarType.Int64 => Order<long>(ordered),
            ScalarType.Int32 => Order<int>(ordered),
            ScalarType.Int16 => Order<short>(ordered),
            ScalarType.Int8 => Order<sbyte>(ordered),
            ScalarType.Byte or ScalarType.Bool => Order<byte>(ordered),
            _ => throw new InvalidOperationException($"unique: {rows.Type} has no order."),
        });
    }

    private static long[] Order<T>(Tensor rows) where T : unmanaged, INumber<T>
    {
        var (count, width) = ((int)rows.Sizes[0], (int)rows.Sizes[1]);
        var values = rows.Pointer<T>();
        var order = Enumerable.Range(0, count).Select(i => (long)i).ToArray();
        order.AsSpan().Sort((a, b) =>
        {
            var less = new Span<T>(values + (a * width), width).SequenceCompareTo(new Span<T>(values + (b * width), width));
            return less != 0 ? less : a.CompareTo(b);
        });
        GC.KeepAlive(rows);
        return order;
    }
}
