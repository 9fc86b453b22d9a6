namespace ManagedTorch.Kernels;

/// <summary>
/// A vector of float32 lanes. A kernel written once over this interface is compiled for every width.
/// Comparisons give a mask whose lanes are all ones or all zeros, for use with <see cref="Select"/>.
/// </summary>
internal unsafe interface ILanes<TSelf>
    where TSelf : struct, ILanes<TSelf>
{
    static abstract int Count { get; }

    static abstract TSelf Broadcast(float value);

    static abstract TSelf Load(float* source);

    /// <summary>Reads only the first <paramref name="count"/> lanes; the others are zero.</summary>
    static abstract TSelf LoadPartial(float* source, int count);

    /// <summary>All ones in the first <paramref name="count"/> lanes.</summary>
    static abstract TSelf FirstLanes(int count);

    static abstract TSelf operator +(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a, TSelf b);

    static abstract TSelf operator *(TSelf a, TSelf b);

    static abstract TSelf operator /(TSelf a, TSelf b);

    static abstract TSelf operator -(TSelf a);

    static abstract TSelf operator &(TSelf a, TSelf b);

    static abstract TSelf operator |(TSelf a, TSelf b);

    /// <summary>a * b + c, in one rounding where the processor can.</summary>
    static abstract TSelf MultiplyAdd(TSelf a, TSelf b, TSelf c);

    /// <summary>The larger value; NaN if either is NaN.</summary>
    static abstract TSelf Max(TSelf a, TSelf b);

    /// <summary>The smaller value; NaN if either is NaN.</summary>
    static abstract TSelf Min(TSelf a, TSelf b);

    /// <summary>The larger value by the processor's own instruction; unspecified when either is NaN.</summary>
    static abstract TSelf MaxNumber(TSelf a, TSelf b);

    /// <summary>Limits to [low, high]; NaN stays NaN.</summary>
    static abstract TSelf Clamp(TSelf a, TSelf low, TSelf high);

    static abstract TSelf Abs(TSelf a);

    static abstract TSelf Sqrt(TSelf a);

    static abstract TSelf Floor(TSelf a);

    static abstract TSelf Ceiling(TSelf a);

    /// <summary>Nearest integer, halves to even.</summary>
    static abstract TSelf Round(TSelf a);

    /// <summary>a * 2^n for whole n in [-252, 254], rounding once into the subnormals.</summary>
    static abstract TSelf Scale(TSelf a, TSelf n);

    /// <summary>The e of a = m * 2^e, 1 &lt;= m &lt; 2, for a positive normal number.</summary>
    static abstract TSelf Exponent(TSelf a);

    /// <summary>The m of a = m * 2^e, 1 &lt;= m &lt; 2, for a positive normal number.</summary>
    static abstract TSelf Mantissa(TSelf a);

    static abstract TSelf LessThan(TSelf a, TSelf b);

    static abstract TSelf Equal(TSelf a, TSelf b);

    /// <summary>Set where the two differ or either is NaN.</summary>
    static abstract TSelf NotEqual(TSelf a, TSelf b);

    static abstract TSelf Select(TSelf mask, TSelf whenTrue, TSelf whenFalse);

    /// <summary>Lanes 0, 2, 4, ... of a followed by those of b.</summary>
    static abstract TSelf EvenLanes(TSelf a, TSelf b);

    /// <summary>True when some lane of the mask is set.</summary>
    static abstract bool Any(TSelf mask);

    /// <summary>True when every lane of the mask is set.</summary>
    static abstract bool All(TSelf mask);

    static abstract float Sum(TSelf a);

    /// <summary>The largest lane; unspecified when one is NaN.</summary>
    static abstract float Largest(TSelf a);

    void Store(float* destination);

    /// <summary>Writes only the first <paramref name="count"/> lanes.</summary>
    void StorePartial(float* destination, int count);
}
