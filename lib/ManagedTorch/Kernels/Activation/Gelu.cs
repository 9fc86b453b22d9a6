using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>The exact GELU, x Phi(x) with the normal distribution function Phi (Hendrycks and Gimpel, 2016).</summary>
internal static unsafe class Gelu
{
    /// <summary>y = x Phi(x).</summary>
    internal static void Forward(float* x, float* y, long n) => RangeKernel.OverElements(new ForwardKernel(x, y), n);

    /// <summary>dx = dy (Phi(x) + x phi(x)), phi being the normal density; dx may be dy.</summary>
    internal static void Backward(float* x, float* dy, float* dx, long n) =>
        RangeKernel.OverElements(new BackwardKernel(x, dy, dx), n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(T x)
        where T : struct, ILanes<T> => x * Distribution(x, Exponential(x));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Derivative<T>(T x)
        where T : struct, ILanes<T>
    {
        T e = Exponential(x);
        return T.MultiplyAdd(x * T.Broadcast(0.39894228f), e, Distribution(x, e)); // phi(x) = e / sqrt(2 pi)
    }

    /// <summary>e^(-x^2 / 2), which the distribution and its density share.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Exponential<T>(T x)
        where T : struct, ILanes<T> => LaneMath.Exp(x * x * T.Broadcast(-0.5f));

    /// <summary>
    /// Phi(x), with an error of 1.3e-7. The tail Phi(-|x|) is e^(-x^2 / 2) P(1 / (1 + 0.4 |x|)), the form of Abramowitz and
    /// Stegun 26.2.17; the degree and the minimax coefficients are our own.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Distribution<T>(T x, T exponential)
        where T : struct, ILanes<T>
    {
        T one = T.Broadcast(1f);
        T z = one / T.MultiplyAdd(T.Abs(x), T.Broadcast(0.4f), one);
        T p = T.MultiplyAdd(T.Broadcast(0.0560168959f), z, T.Broadcast(-0.25322178f));
        p = T.MultiplyAdd(p, z, T.Broadcast(0.337392598f));
        p = T.MultiplyAdd(p, z, T.Broadcast(0.0149851348f));
        p = T.MultiplyAdd(p, z, T.Broadcast(0.188017488f));
        p = T.MultiplyAdd(p, z, T.Broadcast(0.156809703f));
        T tail = p * z * exponential;
        return T.Select(T.LessThan(x, default), tail, one - tail);
    }

    private readonly struct ForwardKernel(float* x, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* source = x + start;
            float* destination = y + start;
            long n = end - start;
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                Value(T.Load(source + i)).Store(destination + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                Value(T.LoadPartial(source + i, rest)).StorePartial(destination + i, rest);
            }
        }
    }

    private readonly struct BackwardKernel(float* x, float* dy, float* dx) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* source = x + start;
            float* upstream = dy + start;
            float* destination = dx + start;
            long n = end - start;
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                (Derivative(T.Load(source + i)) * T.Load(upstream + i)).Store(destination + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                (Derivative(T.LoadPartial(source + i, rest)) * T.LoadPartial(upstream + i, rest)).StorePartial(destination + i, rest);
            }
        }
    }
}
