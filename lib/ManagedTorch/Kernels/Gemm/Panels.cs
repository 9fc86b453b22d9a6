namespace ManagedTorch.Kernels;

/// <summary>Where the right operand of a product lies, cut into panels of <see cref="MicroKernelSet.Columns"/> columns.</summary>
internal readonly unsafe struct Panels
{
    /// <summary>Rows this many floats apart (1 KB) share few sets of a cache, so they are read from a copy.</summary>
    private const int ConflictingStride = 256;

    /// <summary>The first panel.</summary>
    internal float* First { get; private init; }

    /// <summary>Elements between panels.</summary>
    internal long Step { get; private init; }

    /// <summary>Elements between rows of a panel.</summary>
    internal nint RowStride { get; private init; }

    /// <summary>Panels that were packed at <paramref name="packed"/>, one after the other.</summary>
    internal static Panels Packed(MicroKernelSet set, float* packed, int k) =>
        new() { First = packed, Step = (long)set.Columns * k, RowStride = set.Columns };

    /// <summary>Panels of a (k,n) operand where it lies; n must be whole vectors.</summary>
    internal static Panels InPlace(MicroKernelSet set, float* b, nint strideB) =>
        new() { First = b, Step = set.Columns, RowStride = strideB };

    /// <summary>
    /// Panels of a (k,n) operand: in place where that is fast, else packed into a buffer of <see cref="PanelPacking.Size"/>.
    /// </summary>
    internal static Panels Of(MicroKernelSet set, float* b, nint strideB, int k, int n, float* buffer)
    {
        if (n % set.Lanes == 0 && strideB % ConflictingStride != 0)
        {
            return InPlace(set, b, strideB);
        }

        PanelPacking.Pack(set, false, k, n, b, strideB, buffer);
        return Packed(set, buffer, k);
    }
}
