using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = min(max(x, low), high); dx = dy within (low, high), else 0. ReLU6 has the limits 0 and 6.</summary>
internal readonly struct HardtanhActivation(double low, double high) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Clamp(x, T.Broadcast((float)low), T.Broadcast((float)high));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.LessThan(T.Broadcast((float)low), x) & T.LessThan(x, T.Broadcast((float)high)) & T.Broadcast(1);

    public double Value(double x) => Math.Clamp(x, low, high);

    public double Slope(double x) => x > low && x < high ? 1 : 0;
}
