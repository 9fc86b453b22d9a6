using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>The tanh approximation of GELU (Hendrycks and Gimpel, 2016).</summary>
internal static unsafe class GeluTanh
{
    private const float Scale = 0.79788456f; // sqrt(2 / pi)
    private const float Cubic = 0.044715f;

    /// <summary>y = x/2 (1 + tanh(sqrt(2/pi) (x + 0.044715 x^3))).</summary>
    internal static void Forward(float* x, float* y, long n) => RangeKernel.OverElements(new ForwardKernel(x, y), n);

    /// <summary>dx = dy dy/dx, from the input x.</summary>
    internal static void Backward(float* x, float* dy, float* dx, long n) =>
        RangeKernel.OverElements(new BackwardKernel(x, dy, dx), n);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Value<T>(T x)
        where T : struct, ILanes<T>
    {
        T half = x * T.Broadcast(0.5f);
        return T.MultiplyAdd(half, Tanh(x), half);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Tanh<T>(T x)
        where T : struct, ILanes<T> =>
        LaneMath.Tanh(x * T.MultiplyAdd(x * x, T.Broadcast(Scale * Cubic), T.Broadcast(Scale)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static T Derivative<T>(T x)
        where T : struct, ILanes<T>
    {
        T half = T.Broadcast(0.5f);
        T t = Tanh(x);
        T slope = T.MultiplyAdd(x * x, T.Broadcast(3 * Scale * Cubic), T.Broadcast(Scale));
        T inner = half * x * T.MultiplyAdd(-t, t, T.Broadcast(1f)) * slope;
        return T.MultiplyAdd(half, t, half) + inner;
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
