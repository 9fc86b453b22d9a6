using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>y[i] = operator(a[i], b[i]); y may be the same memory as a or b.</summary>
internal readonly unsafe struct BinaryKernel<TOperator>(float* a, float* b, float* y) : IRangeKernel
    where TOperator : struct, IBinaryOperator
{
    internal static void Run(float* a, float* b, float* y, long n) =>
        RangeKernel.OverElements(new BinaryKernel<TOperator>(a, b, y), n);

    internal static void Run(double* a, double* b, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = TOperator.Apply(a[i], b[i]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
   public void Run<T>(long start, long end)
        where T : struct, ILanes<T>
    {
        float* left = a + start;
        float* right = b + start;
        float* destination = y + start;
        long n = end - start;
        long i = 0;
        for (; i <= n - T.Count; i += T.Count)
        {
            TOperator.Apply(T.Load(left + i), T.Load(right + i)).Store(destination + i);
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            TOperator.Apply(T.LoadPartial(left + i, rest), T.LoadPartial(right + i, rest)).StorePartial(destination + i, rest);
        }
    }
}
