namespace ManagedTorch.Kernels;

/// <summary>
/// Where the right operand of a product lies, cut into panels of <see cref="MicroKernelSet.Columns"/> columns. Whole
/// panels may lie in place; a last panel that ends inside a vector is always a padded copy.
/// </summary>
internal readonly unsafe struct Panels
{
    /// <summary>The first panel.</summary>
    internal float* First { get; init; }

    /// <summary>Elements between panels.</summary>
    internal long Step { get; init; }

    /// <summary>Elements between rows of a panel.</summary>
    internal nint RowStride { get; init; }

    /// <summary>The copy of a last panel that is cut short; null when it lies with the others.</summary>
    internal float* Last { get; init; }

    /// <summary>Panels that were all packed at <paramref name="packed"/>, one after the other.</summary>
    internal static Panels Packed(MicroKernelSet set, float* packed, int k) =>
        new() { First = packed, Step = (long)set.Columns * k, RowStride = set.Columns };
}
