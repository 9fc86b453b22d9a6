using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>What attention does to one row of scores. Rows have room up to a whole vector; what is beyond the length becomes 0.</summary>
internal static unsafe class AttentionRows
{
    /// <summary>
    /// Replaces scores by softmax(scale * score + mask) over the first <paramref name="length"/> and zeros up to
    /// <paramref name="padded"/>; returns the logarithm of the sum of exponentials. A row that may see nothing becomes
    /// NaN, as it does in PyTorch's unfused attention.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Softmax<T>(float* row, int length, int padded, float scale, float* mask)
        where T : struct, ILanes<T>
    {
        T factor = T.Broadcast(scale);
        T lowest = T.Broadcast(float.NegativeInfinity);
        T largest = lowest;
        int whole = length / T.Count * T.Count;
        int rest = length - whole;
        for (int i = 0; i < whole; i += T.Count)
        {
            T x = T.Load(row + i);
            largest = T.MaxNumber(largest, mask == null ? x * factor : T.MultiplyAdd(x, factor, T.Load(mask + i)));
        }

        if (rest > 0)
        {
            T x = T.Load(row + whole);
            T score = mask == null ? x * factor : T.MultiplyAdd(x, factor, T.LoadPartial(mask + whole, rest));
            largest = T.MaxNumber(largest, T.Select(T.FirstLanes(rest), score, lowest));
        }

        float shift = T.Largest(largest);
        float sum = Exponentials<T>(row, length, padded, scale, mask, shift);
        T inverse = T.Broadcast(1 / sum);
        for (int i = 0; i < length; i += T.Count)
        {
            (T.Load(row + i) * inverse).Store(row + i);
        }

        return shift + MathF.Log(sum);
    }

    /// <summary>
    /// Replaces scores by e^(scale * score + mask - shift) and zeros up to <paramref name="padded"/>; returns the sum.
    /// With the log-sum-exp of the row as shift this restores the probabilities.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Exponentials<T>(float* row, int length, int padded, float scale, float* mask, float shift)
        where T : struct, ILanes<T>
    {
        T factor = T.Broadcast(scale);
        T offset = T.Broadcast(-shift);
        T sum = default;
        int whole = length / T.Count * T.Count;
        int rest = length - whole;
        int at = 0;
        for (; at < whole; at += T.Count)
        {
            T addend = mask == null ? offset : T.Load(mask + at) + offset;
            T exponential = LaneMath.Exp(T.MultiplyAdd(T.Load(row + at), factor, addend));
            sum += exponential;
            exponential.Store(row + at);
        }

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

    /// <summary>Softmax's gradient: replaces dP by scale * P * (dP - delta), where delta is the row's sum of P * dP.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void ScoreGradient<T>(float* gradient, float* probabilities, int length, float delta, float scale)
        where T : struct, ILanes<T>
    {
        T center = T.Broadcast(delta);
        T factor = T.Broadcast(scale);
        int at = 0;
        for (; at <= length - T.Count; at += T.Count)
        {
            (T.Load(probabilities + at) * (T.Load(gradient + at) - center) * factor).Store(gradient + at);
        }

        if (at < length)
        {
            T last = T.LoadPartial(probabilities + at, length - at);
            (last * (T.Load(gradient + at) - center) * factor).Store(gradient + at);
        }
    }

    /// <summary>The sum of a * b.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static float Dot<T>(float* a, float* b, int length)
        where T : struct, ILanes<T>
    {
        T sum = default;
        int at = 0;
        for (; at <= length - T.Count; at += T.Count)
        {
            sum = T.MultiplyAdd(T.Load(a + at), T.Load(b + at), sum);
        }

        if (at < length)
        {
            sum = T.MultiplyAdd(T.LoadPartial(a + at, length - at), T.LoadPartial(b + at, length - at), sum);
        }

        return T.Sum(sum);
    }
}
