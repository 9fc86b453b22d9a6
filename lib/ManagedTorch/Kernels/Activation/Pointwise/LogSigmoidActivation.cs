using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y = -ln(1 + e^-x); dx = dy / (1 + e^x).</summary>
internal readonly struct LogSigmoidActivation : IActivation
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Value<T>(T x)
        where T : struct, ILanes<T> =>
        T.Min(x, default) - LaneMath.Log1p(LaneMath.Exp(-T.Abs(x)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public T Slope<T>(T x)
        where T : struct, ILanes<T> =>
        LaneMath.Sigmoid(-x);

    public double Value(double x) => Math.Min(x, 0) - DoubleMath.Log1p(Math.Exp(-Math.Abs(x)));

    public double Slope(double x) => 1 / (1 + Math.Exp(x));
}
