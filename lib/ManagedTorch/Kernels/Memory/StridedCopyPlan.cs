using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// A strided copy reduced to its simplest form: an inner block of rows and columns and a few outer dimensions, after
/// dimensions of size 1 are dropped, the others ordered by destination stride, and neighbours merged.
/// </summary>
internal struct StridedCopyPlan
{
    internal const int MaxOuter = 12;

    /// <summary>Side of the square tiles of a transpose.</summary>
    internal const int Tile = 16;

    internal Dimension Row;
    internal Dimension Column;
    internal int OuterRank;
    internal OuterDimensions Outer;

    internal readonly long Rows => Row.Size;

    internal readonly long Columns => Column.Size;

    internal readonly long OuterCount
    {
        get
        {
            long count = 1;
            for (int i = 0; i < OuterRank; i++)
            {
                count *= Outer[i].Size;
            }

            return count;
        }
    }

    /// <summary>False when there is nothing to copy.</summary>
    internal static bool TryCreate(
        ReadOnlySpan<long> shape, ReadOnlySpan<long> sourceStrides, ReadOnlySpan<long> destinationStrides, out StridedCopyPlan plan)
    {
        plan = default;
        Span<Dimension> dimensions = stackalloc Dimension[shape.Length];
        int rank = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 0)
            {
                return false;
            }

            if (shape[i] > 1)
            {
                Insert(dimensions, rank++, new Dimension(shape[i], sourceStrides[i], destinationStrides[i]));
            }
        }

        rank = Merge(dimensions[..rank]);
        plan.Column = rank > 0 ? dimensions[--rank] : new Dimension(1, 1, 1);
        int row = ChooseRow(dimensions[..rank], plan.Column);
        plan.Row = row >= 0 ? dimensions[row] : new Dimension(1, 0, 0);
        for (int i = 0; i < rank; i++)
        {
            if (i != row)
            {
                if (plan.OuterRank == MaxOuter)
                {
                    throw new NotSupportedException($"A strided copy takes at most {MaxOuter + 2} dimensions that cannot be merged.");
                }

                plan.Outer[plan.OuterRank++] = dimensions[i];
            }
        }

        return true;
    }

    /// <summary>Keeps the largest destination stride first, so that the destination is written in order.</summary>
    private static void Insert(Span<Dimension> dimensions, int count, Dimension added)
    {
        int at = count;
        while (at > 0 && dimensions[at - 1].DestinationStride < added.DestinationStride)
        {
            dimensions[at] = dimensions[at - 1];
            at--;
        }

        dimensions[at] = added;
    }

    /// <summary>Joins neighbours that both layouts walk through without a gap; returns how many remain.</summary>
    private static int Merge(Span<Dimension> dimensions)
    {
        int last = 0;
        for (int i = 1; i < dimensions.Length; i++)
        {
            Dimension outer = dimensions[last], inner = dimensions[i];
            if (outer.SourceStride == inner.Size * inner.SourceStride && outer.DestinationStride == inner.Size * inner.DestinationStride)
            {
                dimensions[last] = inner with { Size = outer.Size * inner.Size };
            }
            else
            {
                dimensions[++last] = inner;
            }
        }

        return Math.Min(dimensions.Length, last + 1);
    }

    /// <summary>
    /// The next dimension outwards; but where the columns stride through the source, the one that walks it element by element,
    /// so that the block is a transpose.
    /// </summary>
    private static int ChooseRow(ReadOnlySpan<Dimension> dimensions, Dimension column)
    {
        if (column.SourceStride is not (0 or 1))
        {
            for (int i = dimensions.Length - 1; i >= 0; i--)
            {
                if (dimensions[i].SourceStride == 1)
                {
                    return i;
                }
            }
        }

        return dimensions.Length - 1;
    }

    internal readonly record struct Dimension(long Size, long SourceStride, long DestinationStride);

    [InlineArray(MaxOuter)]
    internal struct OuterDimensions
    {
        private Dimension first;
    }
}
