using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = x w, w = tanh(ln(1 + e^x)); dx = dy (w + x (1 - w w) / (1 + e^-x)) (Misra 2019, equation 1).</summary>
internal readonly struct MishActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        x * Weight(x);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T w = Weight(x);
        T one = T.Broadcast(1);
        return T.MultiplyAdd(x * (one - (w * w)), LaneMath.Sigmoid(x), w);
    }

    public double Value(double x) => x * Weight(x);

    public double Slope(double x)
    {
        double w = Weight(x);
        return w + (x * (1 - (w * w)) / (1 + Math.Exp(-x)));
    }

    // tanh(ln(1 + e)) = n / (n + 2) with n = e (e + 2); from x = 20 on it is 1.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Weight<T>(T x)
        where T : struct, ILanes<T>
    {
        T two = T.Broadcast(2);
        T e = LaneMath.Exp(T.Min(x, T.Broadcast(20)));
        T n = e * (e + two);
        return n / (n + two);
    }

    private static double Weight(double x)
    {
        double e = Math.Exp(Math.Min(x, 20));
        double n = e * (e + 2);
        return n / (n + 2);
    }
}
