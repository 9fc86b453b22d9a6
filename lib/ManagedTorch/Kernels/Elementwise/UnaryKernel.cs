using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y[i] = operator(x[i]); x and y may be the same memory.</summary>
internal readonly unsafe struct UnaryKernel<TOperator>(float* x, float* y) : IRangeKernel
    where TOperator : struct, IUnaryOperator
{
    internal static void Run(float* x, float* y, long n) => RangeKernel.OverElements(new UnaryKernel<TOperator>(x, y), n);

    internal static void Run(double* x, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = TOperator.Apply(x[i]);
        }
    }

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
            TOperator.Apply(T.Load(source + i)).Store(destination + i);
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            TOperator.Apply(T.LoadPartial(source + i, rest)).StorePartial(destination + i, rest);
        }
    }
}
