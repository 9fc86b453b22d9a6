using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x above the threshold, else the replacement; dx = dy above the threshold, else 0.</summary>
internal readonly struct ThresholdActivation(double threshold, double replacement) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Select(T.LessThan(T.Broadcast((float)threshold), x) | T.NotEqual(x, x), x, T.Broadcast((float)replacement));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.LessThan(T.Broadcast((float)threshold), x) & T.Broadcast(1);

    public double Value(double x) => x <= threshold ? replacement : x;

    public double Slope(double x) => x > threshold ? 1 : 0;
}
