using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>One lane, for a processor without vectors.</summary>
internal readonly unsafe struct LanesScalar(float value) : ILanes<LanesScalar>
{
    private readonly float value = value;

    public static int Count => 1;

    public static LanesScalar Broadcast(float value) => new(value);

    public static LanesScalar Load(float* source) => new(*source);

    public static LanesScalar LoadPartial(float* source, int count) => count > 0 ? new(*source) : default;

    public static LanesScalar FirstLanes(int count) => Mask(count > 0);

    public static LanesScalar operator +(LanesScalar a, LanesScalar b) => new(a.value + b.value);

    public static LanesScalar operator -(LanesScalar a, LanesScalar b) => new(a.value - b.value);

    public static LanesScalar operator *(LanesScalar a, LanesScalar b) => new(a.value * b.value);

    public static LanesScalar operator /(LanesScalar a, LanesScalar b) => new(a.value / b.value);

    public static LanesScalar operator -(LanesScalar a) => new(-a.value);

    public static LanesScalar operator &(LanesScalar a, LanesScalar b) => new(FromBits(Bits(a) & Bits(b)));

    public static LanesScalar operator |(LanesScalar a, LanesScalar b) => new(FromBits(Bits(a) | Bits(b)));

    public static LanesScalar MultiplyAdd(LanesScalar a, LanesScalar b, LanesScalar c) => new((a.value * b.value) + c.value);

    public static LanesScalar Max(LanesScalar a, LanesScalar b) => new(MathF.Max(a.value, b.value));

    public static LanesScalar Min(LanesScalar a, LanesScalar b) => new(MathF.Min(a.value, b.value));

    public static LanesScalar MaxNumber(LanesScalar a, LanesScalar b) => new(a.value > b.value ? a.value : b.value);

    public static LanesScalar Clamp(LanesScalar a, LanesScalar low, LanesScalar high) =>
        new(Math.Clamp(a.value, low.value, high.value));

    public static LanesScalar Abs(LanesScalar a) => new(MathF.Abs(a.value));

    public static LanesScalar Sqrt(LanesScalar a) => new(MathF.Sqrt(a.value));

    public static LanesScalar Floor(LanesScalar a) => new(MathF.Floor(a.value));

    public static LanesScalar Ceiling(LanesScalar a) => new(MathF.Ceiling(a.value));

    public static LanesScalar Round(LanesScalar a) => new(MathF.Round(a.value));

    public static LanesScalar Scale(LanesScalar a, LanesScalar n) => new(MathF.ScaleB(a.value, float.IsNaN(n.value) ? 0 : (int)n.value));

    public static LanesScalar Exponent(LanesScalar a) => new((int)(Bits(a) >> 23) - 127);

    public static LanesScalar Mantissa(LanesScalar a) => new(FromBits((Bits(a) & 0x007FFFFF) | 0x3F800000));

    public static LanesScalar LessThan(LanesScalar a, LanesScalar b) => Mask(a.value < b.value);

    public static LanesScalar Equal(LanesScalar a, LanesScalar b) => Mask(a.value == b.value);

    public static LanesScalar NotEqual(LanesScalar a, LanesScalar b) => Mask(a.value != b.value);

    public static LanesScalar Select(LanesScalar mask, LanesScalar whenTrue, LanesScalar whenFalse) =>
        new(FromBits((Bits(mask) & Bits(whenTrue)) | (~Bits(mask) & Bits(whenFalse))));

    public static LanesScalar EvenLanes(LanesScalar a, LanesScalar b) => a;

    public static bool Any(LanesScalar mask) => Bits(mask) != 0;

    public static bool All(LanesScalar mask) => Bits(mask) == ~0u;

    public static float Sum(LanesScalar a) => a.value;

    public static float Largest(LanesScalar a) => a.value;

    public void Store(float* destination) => *destination = value;

    public void StorePartial(float* destination, int count)
    {
        if (count > 0)
        {
            *destination = value;
        }
    }

    private static LanesScalar Mask(bool set) => new(FromBits(set ? ~0u : 0u));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(LanesScalar a) => BitConverter.SingleToUInt32Bits(a.value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float FromBits(uint bits) => BitConverter.UInt32BitsToSingle(bits);
}
