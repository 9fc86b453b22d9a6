using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

internal static unsafe partial class Arithmetic
{
    /// <summary>y = a + scale * b.</summary>
    internal static void AddScaled(float* a, float* b, float scale, float* y, long n) =>
        RangeKernel.OverElements(new AddScaledKernel(a, b, scale, y), n);

    internal static void AddScaled(double* a, double* b, double scale, double* y, long n)
    {
        for (long i = 0; i < n; i++)
        {
            y[i] = a[i] + (scale * b[i]);
        }
    }

    private readonly struct AddScaledKernel(float* a, float* b, float scale, float* y) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            float* left = a + start;
            float* right = b + start;
            float* destination = y + start;
            T factor = T.Broadcast(scale);
            long n = end - start;
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T.MultiplyAdd(T.Load(right + i), factor, T.Load(left + i)).Store(destination + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T.MultiplyAdd(T.LoadPartial(right + i, rest), factor, T.LoadPartial(left + i, rest))
                    .StorePartial(destination + i, rest);
            }
        }
    }
}
