using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static partial class LaneMath
{
    /// <summary>tanh x: the polynomial of Cephes tanhf below 0.625, 1 - 2 / (e^2|x| + 1) above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Tanh<T>(T x)
        where T : struct, ILanes<T>
    {
        T one = T.Broadcast(1f);
        T magnitude = T.Abs(x);
        T square = x * x;
        T near = T.MultiplyAdd(T.Broadcast(-5.70498872745e-3f), square, T.Broadcast(2.06390887954e-2f));
        near = T.MultiplyAdd(near, square, T.Broadcast(-5.37397155531e-2f));
        near = T.MultiplyAdd(near, square, T.Broadcast(1.33314422036e-1f));
        near = T.MultiplyAdd(near, square, T.Broadcast(-3.33332819422e-1f));
        near = T.MultiplyAdd(near * square, x, x);

        T far = one - (T.Broadcast(2f) / (Exp(magnitude + magnitude) + one));
        far |= x & T.Broadcast(-0f); // the sign of x
        return T.Select(T.LessThan(magnitude, T.Broadcast(0.625f)), near, far);
    }

    /// <summary>1 / (1 + e^-x).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Sigmoid<T>(T x)
        where T : struct, ILanes<T> => T.Broadcast(1f) / (T.Broadcast(1f) + Exp(-x));
}
