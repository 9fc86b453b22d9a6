using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x / (1 + |x|); dx = dy / (1 + |x|)^2 (Turian et al. 2009).</summary>
internal readonly struct SoftsignActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x / (T.Broadcast(1) + T.Abs(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T root = T.Broadcast(1) / (T.Broadcast(1) + T.Abs(x));
        return root * root;
    }

    public double Value(double x) => x / (1 + Math.Abs(x));

    public double Slope(double x) => 1 / ((1 + Math.Abs(x)) * (1 + Math.Abs(x)));
}
