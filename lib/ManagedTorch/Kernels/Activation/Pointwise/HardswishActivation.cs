using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x min(max(x + 3, 0), 6) / 6; dx = dy (x / 3 + 1/2) within [-3, 3], 0 below, dy above (Howard et al. 2019).</summary>
internal readonly struct HardswishActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x * T.Clamp(x + T.Broadcast(3), default, T.Broadcast(6)) * T.Broadcast(1 / 6f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T three = T.Broadcast(3);
        T inside = T.MultiplyAdd(x, T.Broadcast(1 / 3f), T.Broadcast(0.5f));
        return T.Select(T.LessThan(x, -three), default, T.Select(T.LessThan(three, x), T.Broadcast(1), inside));
    }

    public double Value(double x) => x * Math.Clamp(x + 3, 0, 6) / 6;

    public double Slope(double x) => x < -3 ? 0 : x > 3 ? 1 : (x / 3) + 0.5;
}
