using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = min(max(x + 3, 0), 6) / 6; dx = dy / 6 within (-3, 3), else 0 (Courbariaux et al. 2015, with PyTorch's slope).</summary>
internal readonly struct HardsigmoidActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Clamp(x + T.Broadcast(3), default, T.Broadcast(6)) * T.Broadcast(1 / 6f);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.LessThan(T.Abs(x), T.Broadcast(3)) & T.Broadcast(1 / 6f);

    public double Value(double x) => Math.Clamp(x + 3, 0, 6) / 6;

    public double Slope(double x) => Math.Abs(x) < 3 ? 1 / 6d : 0;
}
