using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static partial class LaneMath
{
    /// <summary>e^x - 1 = (u - 1) x / ln u with u = e^x, in which the rounding error of u cancels (Kahan).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Expm1<T>(T x)
        where T : struct, ILanes<T>
    {
        T one = T.Broadcast(1);
        T u = Exp(x);
        T near = (u - one) * x / Log(u);
        near = T.Select(T.Equal(u, one), x, near);
        return T.Select(T.LessThan(T.Abs(x), one), near, u - one);
    }
}
