using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = scale x above 0, else scale alpha (e^(inner x) - 1); dx = scale dy above 0, else scale alpha inner e^(inner x) dy.
/// ELU: Clevert et al. 2016, equation 15; SELU: Klambauer et al. 2017, equation 2; CELU: Barron 2017, equation 2.</summary>
internal readonly struct EluActivation(double alpha, double scale, double inner) : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T>
    {
        T negative = LaneMath.Expm1(T.Min(x, default) * T.Broadcast((float)inner)) * T.Broadcast((float)(scale * alpha));
        return T.Select(T.LessThan(default, x), x * T.Broadcast((float)scale), negative);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T>
    {
        T negative = LaneMath.Exp(T.Min(x, default) * T.Broadcast((float)inner)) * T.Broadcast((float)(scale * alpha * inner));
        return T.Select(T.LessThan(default, x), T.Broadcast((float)scale), negative);
    }

    public double Value(double x) => scale * (x > 0 ? x : alpha * DoubleMath.Expm1(inner * x));

    public double Slope(double x) => scale * (x > 0 ? 1 : alpha * inner * Math.Exp(inner * x));
}
