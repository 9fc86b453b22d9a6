using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>dx[i] = dy[i] f'(x[i]).</summary>
internal readonly unsafe struct ActivationBackward<TActivation>(TActivation f, float* x, float* dy, float* dx) : IRangeKernel
    where TActivation : struct, IActivation
{
    internal static void Run(TActivation f, float* x, float* dy, float* dx, long n) =>
        RangeKernel.OverElements(new ActivationBackward<TActivation>(f, x, dy, dx), n);

    internal static void Run(TActivation f, double* x, double* dy, double* dx, long n)
    {
        for (long i = 0; i < n; i++)
        {
            dx[i] = dy[i] * f.Slope(x[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        TActivation function = f;
        long i = start;
        for (; i <= end - T.Count; i += T.Count)
        {
            (T.Load(dy + i) * function.Slope(T.Load(x + i))).Store(dx + i);
        }

        if (i < end)
        {
            int rest = (int)(end - i);
            (T.LoadPartial(dy + i, rest) * function.Slope(T.LoadPartial(x + i, rest))).StorePartial(dx + i, rest);
        }
    }
}
