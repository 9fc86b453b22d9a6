using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// Softmax cross-entropy of class indices, one loss for each row, with PyTorch's class weights, ignored index and label
/// smoothing. A mean over rows divides by the sum of the weights of the targets that are not ignored.
/// </summary>
internal static unsafe class CrossEntropy
{
    /// <summary>
    /// loss (rows) = (1 - s) w[t] (lse - x[t]) + s/classes sum_c w[c] (lse - x[c]) for logits x (rows, classes), targets t and
    /// smoothing s; 0 for ignored rows. classWeight may be null for ones. logSumExp (rows) is written for the backward pass.
    /// </summary>
    internal static void Forward(
        float* logits, long* target, float* classWeight, long ignoreIndex, float labelSmoothing, long rows, long classes,
        float* loss, float* logSumExp)
    {
        CheckTargets(target, ignoreIndex, rows, classes);
        RangeKernel.OverRows(
            new ForwardKernel(logits, target, classWeight, ignoreIndex, labelSmoothing, classes, loss, logSumExp), rows, classes);
    }

    /// <summary>dLogits (rows, classes), overwritten, from the upstream gradient of each row's loss.</summary>
    internal static void Backward(
        float* logits, float* logSumExp, long* target, float* classWeight, long ignoreIndex, float labelSmoothing,
        float* rowGradient, float* dLogits, long rows, long classes)
    {
        CheckTargets(target, ignoreIndex, rows, classes);
        double weightSum = classes;
        if (classWeight != null)
        {
            weightSum = 0;
            for (long c = 0; c < classes; c++)
            {
                weightSum += classWeight[c];
            }
        }

        RangeKernel.OverRows(
            new BackwardKernel(
                logits, logSumExp, target, classWeight, ignoreIndex, labelSmoothing, (float)weightSum, rowGradient, dLogits, classes),
            rows,
            classes);
    }

    private static void CheckTargets(long* target, long ignoreIndex, long rows, long classes)
    {
        for (long r = 0; r < rows; r++)
        {
            if ((ulong)target[r] >= (ulong)classes && target[r] != ignoreIndex)
            {
                throw new IndexOutOfRangeException(
                    $"cross_entropy: target {target[r]} at row {r} is not a class; with {classes} classes it must lie in [0, {classes - 1}]"
                    + $" or be the ignored index {ignoreIndex}.");
            }
        }
    }

    private readonly struct ForwardKernel(
        float* logits, long* target, float* classWeight, long ignoreIndex, float smoothing, long classes, float* loss,
        float* logSumExp) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                float* row = logits + (r * classes);
                float max = RowMath.Largest<T>(row, classes);
                float lse = max + MathF.Log(RowMath.SumExp<T>(row, classes, max));
                logSumExp[r] = lse;
                loss[r] = target[r] == ignoreIndex ? 0 : Loss<T>(row, target[r], lse);
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private float Loss<T>(float* row, long label, float lse)
            where T : struct, ILanes<T>
        {
            float hard = (lse - row[label]) * (classWeight == null ? 1 : classWeight[label]);
            if (smoothing == 0)
            {
                return hard;
            }

            float all = classWeight == null
                ? (classes * lse) - RowMath.Sum<T>(row, classes)
                : -RowMath.DotDifferences<T>(classWeight, row, classes, lse);
            return ((1 - smoothing) * hard) + (smoothing / classes * all);
        }
    }

    private readonly struct BackwardKernel(
        float* logits, float* logSumExp, long* target, float* classWeight, long ignoreIndex, float smoothing, float weightSum,
        float* rowGradient, float* dLogits, long classes) : IRangeKernel
    {
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
       public void Run<T>(long start, long end)
            where T : struct, ILanes<T>
        {
            for (long r = start; r < end; r++)
            {
                float* gradient = dLogits + (r * classes);
                if (target[r] == ignoreIndex)
                {
                    new Span<float>(gradient, checked((int)classes)).Clear();
                    continue;
                }

                // (1 - s) w[t] (p - onehot) + s/classes (sum(w) p - w), all times the upstream gradient.
                float hard = (1 - smoothing) * (classWeight == null ? 1 : classWeight[target[r]]) * rowGradient[r];
                float soft = smoothing / classes * rowGradient[r];
                Row<T>(logits + (r * classes), classWeight, logSumExp[r], hard + (soft * weightSum), soft, gradient, classes);
                gradient[target[r]] -= hard;
            }
        }

        /// <summary>gradient = scale e^(x - lse) - soft w.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static void Row<T>(float* x, float* weight, float lse, float scale, float soft, float* gradient, long n)
            where T : struct, ILanes<T>
        {
            T shift = T.Broadcast(lse);
            T factor = T.Broadcast(scale);
            T offset = T.Broadcast(-soft);
            long i = 0;
            for (; i <= n - T.Count; i += T.Count)
            {
                T p = LaneMath.Exp(T.Load(x + i) - shift);
                T.MultiplyAdd(p, factor, weight == null ? offset : offset * T.Load(weight + i)).Store(gradient + i);
            }

            if (i < n)
            {
                int rest = (int)(n - i);
                T p = LaneMath.Exp(T.LoadPartial(x + i, rest) - shift);
                T smooth = weight == null ? offset : offset * T.LoadPartial(weight + i, rest);
                T.MultiplyAdd(p, factor, smooth).StorePartial(gradient + i, rest);
            }
        }
    }
}
