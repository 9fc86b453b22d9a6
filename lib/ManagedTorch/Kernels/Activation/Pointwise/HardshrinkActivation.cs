using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x where |x| is above the limit, else 0; dx = dy there, else 0.</summary>
internal readonly struct HardshrinkActivation(double limit) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Select(T.LessThan(T.Broadcast((float)limit), T.Abs(x)) | T.NotEqual(x, x), x, default);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        T.LessThan(T.Broadcast((float)limit), T.Abs(x)) & T.Broadcast(1);

    public double Value(double x) => Math.Abs(x) <= limit ? 0 : x;

    public double Slope(double x) => Math.Abs(x) > limit ? 1 : 0;
}
