using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y[i] = f(x[i]).</summary>
internal readonly unsafe struct ActivationForward<TActivation>(TActivation f, float* x, float* y) : IRangeKernel
    where TActivation : struct, IActivation
{
    internal static void Run(TActivation f, float* x, float* y, long n) =>
        RangeKernel.OverElements(new ActivationForward<TActivation>(f, x, y), n);

    internal static void Run(TActivation f, double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = f.Value(x[i]);
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
            function.Value(T.Load(x + i)).Store(y + i);
        }

        if (i < end)
        {
            int rest = (int)(end - i);
            function.Value(T.LoadPartial(x + i, rest)).StorePartial(y + i, rest);
        }
    }
}
