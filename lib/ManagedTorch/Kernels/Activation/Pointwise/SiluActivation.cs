using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x s, s = 1 / (1 + e^-x); dx = dy s (1 + x (1 - s)) (Hendrycks and Gimpel 2016, section 2).</summary>
internal readonly struct SiluActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x * LaneMath.Sigmoid(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T s = LaneMath.Sigmoid(x);
        T one = T.Broadcast(1);
        return s * T.MultiplyAdd(x, one - s, one);
    }

    public double Value(double x) => x / (1 + Math.Exp(-x));

    public double Slope(double x)
    {
        double s = 1 / (1 + Math.Exp(-x));
        return s * (1 + (x * (1 - s)));
    }
}
