using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = ln(1 + e^(beta x)) / beta, or x where beta x is above the threshold; dx = dy / (1 + e^(-beta x)), or dy there
/// (Dugas et al. 2001).</summary>
internal readonly struct SoftplusActivation(double beta, double threshold) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T>
    {
        T z = x * T.Broadcast((float)beta);
        T soft = T.Max(z, default) + LaneMath.Log1p(LaneMath.Exp(-T.Abs(z)));
        return T.Select(T.LessThan(T.Broadcast((float)threshold), z), x, soft * T.Broadcast((float)(1 / beta)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T z = x * T.Broadcast((float)beta);
        return T.Select(T.LessThan(T.Broadcast((float)threshold), z), T.Broadcast(1), LaneMath.Sigmoid(z));
    }

    public double Value(double x)
    {
        double z = x * beta;
        return z > threshold ? x : (Math.Max(z, 0) + DoubleMath.Log1p(Math.Exp(-Math.Abs(z)))) / beta;
    }

    public double Slope(double x) => x * beta > threshold ? 1 : 1 / (1 + Math.Exp(-beta * x));
}
