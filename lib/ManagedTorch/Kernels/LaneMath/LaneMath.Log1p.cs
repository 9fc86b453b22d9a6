using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static partial class LaneMath
{
    /// <summary>ln(1 + x) = ln u * x / (u - 1) with u = 1 + x, in which the rounding error of u cancels (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Log1p<T>(T x)
        where T : struct, ILanes<T>
    {
        T one = T.Broadcast(1);
        T u = one + x;
        T log = Log(u);
        T corrected = log * (x / (u - one));
        corrected = T.Select(T.Equal(u, one), x, corrected);
        return T.Select(T.LessThan(x, one), corrected, log);
    }
}
