using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x - limit above the limit, x + limit below -limit, else 0; dx = dy outside the limits, else 0.</summary>
internal readonly struct SoftshrinkActivation(double limit) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x - T.Clamp(x, T.Broadcast((float)-limit), T.Broadcast((float)limit));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.LessThan(T.Broadcast((float)limit), T.Abs(x)) & T.Broadcast(1);

    public double Value(double x) => x - Math.Clamp(x, -limit, limit);

    public double Slope(double x) => Math.Abs(x) > limit ? 1 : 0;
}
