namespace TorchSharp;

public static partial class torch
{
    /// <summary>Absolute value.</summary>
    public static Tensor absolute(Tensor input) => input.absolute();

    /// <summary>Base-10 logarithm.</summary>
    public static Tensor log10(Tensor input) => input.log10();

    /// <summary>Base-2 logarithm.</summary>
    public static Tensor log2(Tensor input) => input.log2();

    /// <summary>The negative of each element.</summary>
    public static Tensor negative(Tensor input) => input.negative();

    /// <summary>Rounded to a number of decimals, halves to even.</summary>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <summary>Rounded towards zero.</summary>
    public static Tensor trunc(Tensor input) => input.trunc();
}
