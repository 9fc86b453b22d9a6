namespace ManagedTorch.Core;

/// <summary>
/// The upper half of a float: its sign, its 8 bits of exponent and 7 of its bits of fraction. Arithmetic is done in floats.
/// </summary>
internal readonly struct BFloat16
{
    private readonly ushort bits;

    private BFloat16(ushort bits) => this.bits = bits;

    public static explicit operator float(BFloat16 value) => BitConverter.UInt32BitsToSingle((uint)value.bits << 16);

    /// <summary>The nearest value; the even one of two that are equally near.</summary>
    public static explicit operator BFloat16(float value)
    {
        var whole = BitConverter.SingleToUInt32Bits(value);
        // A NaN whose fraction lies in the lower half would become infinity.
        return float.IsNaN(value) ? new((ushort)((whole >> 16) | 0x40)) : new((ushort)((whole + 0x7FFF + ((whole >> 16) & 1)) >> 16));
    }
}
