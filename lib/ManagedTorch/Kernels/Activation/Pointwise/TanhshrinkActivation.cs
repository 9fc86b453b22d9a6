using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x - tanh x; dx = dy tanh^2 x.</summary>
internal readonly struct TanhshrinkActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x - LaneMath.Tanh(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T t = LaneMath.Tanh(x);
        return t * t;
    }

    public double Value(double x) => x - Math.Tanh(x);

    public double Slope(double x) => Math.Tanh(x) * Math.Tanh(x);
}
