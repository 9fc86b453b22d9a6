using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x above 0, else slope x; dx = dy above 0, else slope dy (Maas et al. 2013).</summary>
internal readonly struct LeakyReluActivation(double slope) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Select(T.LessThan(default, x), x, x * T.Broadcast((float)slope));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.Select(T.LessThan(default, x), T.Broadcast(1), T.Broadcast((float)slope));

    public double Value(double x) => x > 0 ? x : x * slope;

    public double Slope(double x) => x > 0 ? 1 : slope;
}
