using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// What attention does to the rows of a block of scores between its products. A row has room for whole vectors; what is
/// beyond the keys it sees becomes 0.
/// </summary>
internal static unsafe class AttentionRows
{
    /// <summary>
    /// Replaces scores by softmax(scale * score + mask) and writes each row's log-sum-exp. A row that may see nothing
    /// becomes NaN, as it does in PyTorch's unfused attention. <paramref name="shifts"/> is room for a value a row.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Softmax<T>(in ScoreBlock block, ref AttentionMask mask, float* shifts, float* logSumExp)
        where T : struct, ILanes<T>
    {
        for (int i = 0; i < block.Rows; i++)
        {
            float* row = block.Row(i);
            float* maskRow = mask.Row(block.FirstRow + i);
            int seen = block.Seen(i);
            float shift = Largest<T>(row, seen, block.Scale, maskRow);
            float sum = Exponentials<T>(row, seen, block.Padded, block.Scale, maskRow, shift);
            T inverse = T.Broadcast(1 / sum);
            for (int at = 0; at < seen; at += T.Count)
            {
                (T.Load(row + at) * inverse).Store(row + at);
            }

            shifts[i] = shift;
            logSumExp[i] = sum;
        }

        // The logarithms of many rows at once: one by one they would cost as much as the exponentials.
        for (int i = 0; i < block.Rows; i += T.Count)
        {
            int count = Math.Min(T.Count, block.Rows - i);
            T result = T.LoadPartial(shifts + i, count) + LaneMath.Log(T.LoadPartial(logSumExp + i, count));
            result.StorePartial(logSumExp + i, count);
        }
    }

    /// <summary>Restores the probabilities from scores and log-sum-exp.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Restore<T>(in ScoreBlock block, ref AttentionMask mask, float* logSumExp)
        where T : struct, ILanes<T>
    {
        for (int i = 0; i < block.Rows; i++)
        {
            Exponentials<T>(
                block.Row(i), block.Seen(i), block.Padded, block.Scale, mask.Row(block.FirstRow + i), logSumExp[i]);
        }
    }

    /// <summary>
    /// Softmax's gradient: replaces dP in the block by scale * P * (dP - delta), where delta is the row's sum of P * dP.
    /// Probabilities are read up to the length only.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ScoreGradients<T>(in ScoreBlock block, float* probabilities, nint stride)
        where T : struct, ILanes<T>
    {
        T factor = T.Broadcast(block.Scale);
        int length = block.Length;
        int whole = length / T.Count * T.Count;
        int rest = length - whole;
        for (int i = 0; i < block.Rows; i++, probabilities += stride)
        {
            float* gradients = block.Row(i);
            T sum = default;
            for (int at = 0; at < whole; at += T.Count)
            {
                sum = T.MultiplyAdd(T.Load(probabilities + at), T.Load(gradients + at), sum);
            }

            T last = default;
            if (rest > 0)
            {
                last = T.LoadPartial(probabilities + whole, rest);
                sum = T.MultiplyAdd(last, T.Load(gradients + whole), sum);
            }

            T delta = T.Broadcast(T.Sum(sum));
            for (int at = 0; at < whole; at += T.Count)
            {
                (T.Load(probabilities + at) * factor * (T.Load(gradients + at) - delta)).Store(gradients + at);
            }

            if (rest > 0)
            {
                (last * factor * (T.Load(gradients + whole) - delta)).Store(gradients + whole);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Largest<T>(float* row, int length, float scale, float* mask)
        where T : struct, ILanes<T>
    {
        T factor = T.Broadcast(scale);
        T lowest = T.Broadcast(float.NegativeInfinity);
        T largest = lowest;
        int at = 0;
        for (; at <= length - T.Count; at += T.Count)
        {
            T x = T.Load(row + at);
            largest = T.MaxNumber(largest, mask == null ? x * factor : T.MultiplyAdd(x, factor, T.Load(mask + at)));
        }

        int rest = length - at;
        if (rest > 0)
        {
            T x = T.Load(row + at);
            T score = mask == null ? x * factor : T.MultiplyAdd(x, factor, T.LoadPartial(mask + at, rest));
            largest = T.MaxNumber(largest, T.Select(T.FirstLanes(rest), score, lowest));
        }

        return T.Largest(largest);
    }

    /// <summary>Replaces scores by e^(scale * score + mask - shift), and by 0 beyond the length; returns the sum.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static float Exponentials<T>(float* row, int length, int padded, float scale, float* mask, float shift)
        where T : struct, ILanes<T>
    {
        T factor = T.Broadcast(scale);
        T offset = T.Broadcast(-shift);
        T sum = default;
        int at = 0;
        for (; at <= length - T.Count; at += T.Count)
        {
            T addend = mask == null ? offset : T.Load(mask + at) + offset;
            T exponential = LaneMath.Exp(T.MultiplyAdd(T.Load(row + at), factor, addend));
            sum += exponential;
            exponential.Store(row + at);
        }

        int rest = length - at;
        if (rest > 0)
        {
            T addend = mask == null ? offset : T.LoadPartial(mask + at, rest) + offset;
            T exponential = LaneMath.Exp(T.MultiplyAdd(T.Load(row + at), factor, addend)) & T.FirstLanes(rest);
            sum += exponential;
            exponential.Store(row + at);
            at += T.Count;
        }

        T zero = default;
        for (; at < padded; at += T.Count)
        {
            zero.Store(row + at);
        }

        return T.Sum(sum);
    }
}
