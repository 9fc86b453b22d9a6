using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static partial class LaneMath
{
    /// <summary>
    /// The error function: a + a P(a^2) up to 0.92, 1 - exp(Q(|a|)) above, with the minimax polynomials of N. Juffa.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static T Erf<T>(T a)
        where T : struct, ILanes<T>
    {
        T t = T.Abs(a);
        T s = a * a;

        T near = T.MultiplyAdd(T.Broadcast(-5.96761703e-4f), s, T.Broadcast(4.99119423e-3f));
        near = T.MultiplyAdd(near, s, T.Broadcast(-2.67681349e-2f));
        near = T.MultiplyAdd(near, s, T.Broadcast(1.12819925e-1f));
        near = T.MultiplyAdd(near, s, T.Broadcast(-3.76125336e-1f));
        near = T.MultiplyAdd(near, s, T.Broadcast(1.28379166e-1f));
        near = T.MultiplyAdd(near, a, a);

        // Beyond 4 the result is 1 to the last bit; the limit keeps the polynomial from turning round.
        T u = T.Clamp(t, T.Broadcast(0f), T.Broadcast(4.5f));
        T v = u * u;
        T far = T.MultiplyAdd(T.Broadcast(-1.72853470e-5f), u, T.Broadcast(3.83197126e-4f));
        far = T.MultiplyAdd(
            far, v, T.MultiplyAdd(T.Broadcast(-3.88396438e-3f), u, T.Broadcast(2.42546219e-2f)));
        far = T.MultiplyAdd(far, u, T.Broadcast(-1.06777877e-1f));
        far = T.MultiplyAdd(far, u, T.Broadcast(-6.34846687e-1f));
        far = T.MultiplyAdd(far, u, T.Broadcast(-1.28717512e-1f));
        far = T.MultiplyAdd(far, u, -u);
        far = T.Broadcast(1f) - Exp(far);
        far |= a & T.Broadcast(-0f); // the sign of a

        return T.Select(T.LessThan(T.Broadcast(0.921875f), t), far, near);
    }
}
