using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Elementary functions of a vector of lanes, about two units in the last place, for use inside kernels.</summary>
internal static partial class LaneMath
{
    /// <summary>e^x by x = n ln 2 + r and the minimax polynomial of Cephes expf on |r| &lt;= ln 2 / 2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Exp<T>(T x)
        where T : struct, ILanes<T>
    {
        // Beyond these limits the result is 0 or infinity, which Scale gives.
        x = T.Clamp(x, T.Broadcast(-105f), T.Broadcast(89f));
        T n = T.Round(x * T.Broadcast(1.44269504f));
        T r = T.MultiplyAdd(n, T.Broadcast(-0.693359375f), x); // ln 2 in two parts; n times the first is exact
        r = T.MultiplyAdd(n, T.Broadcast(2.12194440e-4f), r);
        T p = T.MultiplyAdd(T.Broadcast(1.9875691500e-4f), r, T.Broadcast(1.3981999507e-3f));
        p = T.MultiplyAdd(p, r, T.Broadcast(8.3334519073e-3f));
        p = T.MultiplyAdd(p, r, T.Broadcast(4.1665795894e-2f));
        p = T.MultiplyAdd(p, r, T.Broadcast(1.6666665459e-1f));
        p = T.MultiplyAdd(p, r, T.Broadcast(5.0000001201e-1f));
        return T.Scale(T.MultiplyAdd(p, r * r, r) + T.Broadcast(1f), n);
    }
}
