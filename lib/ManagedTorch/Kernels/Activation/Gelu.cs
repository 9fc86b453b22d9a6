using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>The exact GELU, x Phi(x) with the normal distribution function Phi (Hendrycks and Gimpel, 2016).</summary>
internal static unsafe class Gelu
{
    /// <summary>y = x Phi(x).</summary>
    internal static void Forward(float* x, float* y, long n) => RangeKernel.OverElements(new ForwardKernel(x, y), n);

    /// <summary>dx = dy (Phi(x) + x phi(x)), phi being the normal density.</summary>
    internal static void Backward(float* x, float* dy, float* dx, long n) =>
        RangeKernel.OverElements(new BackwardKernel(x, dy, dx), n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(T x)
        where T : struct, ILanes<T>
    {
        T half = x * T.Broadcast(0.5f);
        return T.MultiplyAdd(half, LaneMath.Erf(x * T.Broadcast(0.70710678f)), half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Derivative<T>(T x)
        where T : struct, ILanes<T>
    {
        T half = T.Broadcast(0.5f);
        T distribution = T.MultiplyAdd(half, LaneMath.Erf(x * T.Broadcast(0.70710678f)), half);
        T density = LaneMath.Exp(x * x * T.Broadcast(-0.5f)) * T.Broadcast(0.39894228f);
        return T.MultiplyAdd(x, density, distribution);
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
