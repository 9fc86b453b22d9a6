using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static partial class LaneMath
{
    /// <summary>ln x by x = m 2^e, sqrt(1/2) &lt;= m &lt; sqrt(2), and the polynomial of Cephes logf in m - 1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log<T>(T x)
        where T : struct, ILanes<T>
    {
        T one = T.Broadcast(1f);
        T subnormal = T.LessThan(x, T.Broadcast(1.17549435e-38f));
        T normal = T.Select(subnormal, x * T.Broadcast(8388608f), x);
        T e = T.Exponent(normal) - (subnormal & T.Broadcast(23f));
        T m = T.Mantissa(normal);
        T high = T.LessThan(T.Broadcast(1.41421356f), m);
        m = T.Select(high, m * T.Broadcast(0.5f), m);
        e += high & one;

        T f = m - one;
        T square = f * f;
        T p = T.MultiplyAdd(T.Broadcast(7.0376836292e-2f), f, T.Broadcast(-1.1514610310e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(1.1676998740e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(-1.2420140846e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(1.4249322787e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(-1.6668057665e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(2.0000714765e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(-2.4999993993e-1f));
        p = T.MultiplyAdd(p, f, T.Broadcast(3.3333331174e-1f));
        T y = p * f * square;
        y = T.MultiplyAdd(e, T.Broadcast(-2.12194440e-4f), y);
        y = T.MultiplyAdd(square, T.Broadcast(-0.5f), y);
        y = T.MultiplyAdd(e, T.Broadcast(0.693359375f), f + y);

        T zero = T.Broadcast(0f);
        T infinity = T.Broadcast(float.PositiveInfinity);
        y = T.Select(T.LessThan(zero, x), y, T.Broadcast(float.NaN)); // negative or NaN
        y = T.Select(T.Equal(x, zero), T.Broadcast(float.NegativeInfinity), y);
        return T.Select(T.Equal(x, infinity), infinity, y);
    }
}
