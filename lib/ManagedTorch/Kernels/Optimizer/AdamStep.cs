using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>One step of Adam (Kingma and Ba, 2015) or AdamW (Loshchilov and Hutter, 2019), in PyTorch's order of operations.</summary>
internal static unsafe class AdamStep
{
    /// <summary>
    /// Updates n parameters and both moments in place. decoupled: weight decay shrinks the parameter (AdamW) instead of joining
    /// the gradient (Adam). step counts from 1. maxSecondMoment is null without AMSGrad.
    /// </summary>
    internal static void Apply(
        float* parameter, float* gradient, float* firstMoment, float* secondMoment, long n, double learningRate, double beta1,
        double beta2, double eps, double weightDecay, bool decoupled, long step, float* maxSecondMoment)
    {
        double correction1 = 1 - Math.Pow(beta1, step);
        double correction2 = Math.Sqrt(1 - Math.Pow(beta2, step));
        RangeKernel.OverElements(
            new Kernel(
                parameter,
                gradient,
                firstMoment,
                secondMoment,
                maxSecondMoment,
                new Coefficients(
                    Shrink: decoupled ? (float)(1 - (learningRate * weightDecay)) : 1,
                    Decay: decoupled ? 0 : (float)weightDecay,
                    Beta1: (float)beta1,
                    OneMinusBeta1: (float)(1 - beta1),
                    Beta2: (float)beta2,
                    OneMinusBeta2: (float)(1 - beta2),
                    StepSize: (float)(learningRate / correction1),
                    RootCorrection: (float)correction2,
                    Eps: (float)eps)),
            n);
    }

    private readonly record struct Coefficients(
        float Shrink, float Decay, float Beta1, float OneMinusBeta1, float Beta2, float OneMinusBeta2, float StepSize,
        float RootCorrection, float Eps);

    private readonly struct Kernel(float* parameter, float* gradient, float* first, float* second, float* max, Coefficients c)
        : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            long i = start;
            for (; i <= end - T.Count; i += T.Count)
            {
                T p = T.Load(parameter + i);
                T m = T.Load(first + i);
                T v = T.Load(second + i);
                T peak = max == null ? default : T.Load(max + i);
                Update(c, max != null, T.Load(gradient + i), ref p, ref m, ref v, ref peak);
                p.Store(parameter + i);
                m.Store(first + i);
                v.Store(second + i);
                if (max != null)
                {
                    peak.Store(max + i);
                }
            }

            if (i < end)
            {
                int rest = (int)(end - i);
                T p = T.LoadPartial(parameter + i, rest);
                T m = T.LoadPartial(first + i, rest);
                T v = T.LoadPartial(second + i, rest);
                T peak = max == null ? default : T.LoadPartial(max + i, rest);
                Update(c, max != null, T.LoadPartial(gradient + i, rest), ref p, ref m, ref v, ref peak);
                p.StorePartial(parameter + i, rest);
                m.StorePartial(first + i, rest);
                v.StorePartial(second + i, rest);
                if (max != null)
                {
                    peak.StorePartial(max + i, rest);
                }
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Update<T>(in Coefficients c, bool amsgrad, T g, ref T p, ref T m, ref T v, ref T peak)
            where T : struct, ILanes<T>
        {
            p *= T.Broadcast(c.Shrink);
            g = T.MultiplyAdd(T.Broadcast(c.Decay), p, g);
            m = T.MultiplyAdd(T.Broadcast(c.OneMinusBeta1), g, m * T.Broadcast(c.Beta1));
            v = T.MultiplyAdd(T.Broadcast(c.OneMinusBeta2) * g, g, v * T.Broadcast(c.Beta2));
            T variance = v;
            if (amsgrad)
            {
                peak = T.Max(peak, v);
                variance = peak;
            }

            T denominator = (T.Sqrt(variance) / T.Broadcast(c.RootCorrection)) + T.Broadcast(c.Eps);
            p -= T.Broadcast(c.StepSize) * (m / denominator);
        }
    }
}
