using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>One step of stochastic gradient descent with momentum, in PyTorch's order of operations.</summary>
internal static unsafe class SgdStep
{
    /// <summary>
    /// Updates n parameters, and the momentum buffer if it is not null, in place. first: the buffer starts as the gradient, so
    /// what it holds is not read.
    /// </summary>
    internal static void Apply(
        float* parameter, float* gradient, float* momentumBuffer, long n, double learningRate, double momentum, double dampening,
        double weightDecay, bool nesterov, bool first) =>
        RangeKernel.OverElements(
            new Kernel(
                parameter,
                gradient,
                momentumBuffer,
                (float)learningRate,
                first || momentumBuffer == null ? 0 : (float)momentum,
                first ? 1 : (float)(1 - dampening),
                nesterov ? (float)momentum : 0,
                (float)weightDecay,
                nesterov),
            n);

    private readonly struct Kernel(
        float* parameter, float* gradient, float* buffer, float learningRate, float keep, float add, float lookAhead,
        float weightDecay, bool nesterov) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            long i = start;
            for (; i <= end - T.Count; i += T.Count)
            {
                T p = T.Load(parameter + i);
                T b = keep == 0 ? default : T.Load(buffer + i);
                Update(T.Load(gradient + i), ref p, ref b);
                p.Store(parameter + i);
                if (buffer != null)
                {
                    b.Store(buffer + i);
                }
            }

            if (i < end)
            {
                int rest = (int)(end - i);
                T p = T.LoadPartial(parameter + i, rest);
                T b = keep == 0 ? default : T.LoadPartial(buffer + i, rest);
                Update(T.LoadPartial(gradient + i, rest), ref p, ref b);
                p.StorePartial(parameter + i, rest);
                if (buffer != null)
                {
                    b.StorePartial(buffer + i, rest);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private void Update<T>(T g, ref T p, ref T b)
            where T : struct, ILanes<T>
        {
            g = T.MultiplyAdd(T.Broadcast(weightDecay), p, g);
            if (buffer != null)
            {
                b = T.MultiplyAdd(T.Broadcast(add), g, b * T.Broadcast(keep));
                g = nesterov ? T.MultiplyAdd(T.Broadcast(lookAhead), b, g) : b;
            }

            p -= T.Broadcast(learningRate) * g;
        }
    }
}
