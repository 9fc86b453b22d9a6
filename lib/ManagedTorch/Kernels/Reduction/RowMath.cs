using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>Reductions of one row on the calling thread, for use inside kernels.</summary>
internal static unsafe class RowMath
{
    /// <summary>The largest of n numbers, minus infinity for none; unspecified when one is NaN.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Largest<T>(float* x, long n)
        where T : struct, ILanes<T>
    {
        T lowest = T.Broadcast(float.NegativeInfinity);
        T a = lowest, b = lowest;
        long i = 0;
        for (; i <= n - (2 * T.Count); i += 2 * T.Count)
        {
            a = T.MaxNumber(a, T.Load(x + i));
            b = T.MaxNumber(b, T.Load(x + i + T.Count));
        }

        for (; i <= n - T.Count; i += T.Count)
        {
            a = T.MaxNumber(a, T.Load(x + i));
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            b = T.MaxNumber(b, T.Select(T.FirstLanes(rest), T.LoadPartial(x + i, rest), lowest));
        }

        return T.Largest(T.MaxNumber(a, b));
    }

    /// <summary>The sum of n numbers, with four running sums in each lane.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float Sum<T>(float* x, long n)
        where T : struct, ILanes<T>
    {
        T a = default, b = default, c = default, d = default;
        long i = 0;
        for (; i <= n - (4 * T.Count); i += 4 * T.Count)
        {
            a += T.Load(x + i);
            b += T.Load(x + i + T.Count);
            c += T.Load(x + i + (2 * T.Count));
            d += T.Load(x + i + (3 * T.Count));
        }

        for (; i <= n - T.Count; i += T.Count)
        {
            a += T.Load(x + i);
        }

        if (i < n)
        {
            b += T.LoadPartial(x + i, (int)(n - i));
        }

        return T.Sum((a + b) + (c + d));
    }

    /// <summary>The sum of (x - center)^2.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float SumSquaredDifferences<T>(float* x, long n, float center)
        where T : struct, ILanes<T>
    {
        T c = T.Broadcast(center);
        T a = default, b = default;
        long i = 0;
        for (; i <= n - (2 * T.Count); i += 2 * T.Count)
        {
            T first = T.Load(x + i) - c;
            T second = T.Load(x + i + T.Count) - c;
            a = T.MultiplyAdd(first, first, a);
            b = T.MultiplyAdd(second, second, b);
        }

        for (; i <= n - T.Count; i += T.Count)
        {
            T first = T.Load(x + i) - c;
            a = T.MultiplyAdd(first, first, a);
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            T last = (T.LoadPartial(x + i, rest) - c) & T.FirstLanes(rest);
            b = T.MultiplyAdd(last, last, b);
        }

        return T.Sum(a + b);
    }

    /// <summary>The sum of g (x - center).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float DotDifferences<T>(float* g, float* x, long n, float center)
        where T : struct, ILanes<T>
    {
        T c = T.Broadcast(center);
        T a = default, b = default;
        long i = 0;
        for (; i <= n - (2 * T.Count); i += 2 * T.Count)
        {
            a = T.MultiplyAdd(T.Load(g + i), T.Load(x + i) - c, a);
            b = T.MultiplyAdd(T.Load(g + i + T.Count), T.Load(x + i + T.Count) - c, b);
        }

        for (; i <= n - T.Count; i += T.Count)
        {
            a = T.MultiplyAdd(T.Load(g + i), T.Load(x + i) - c, a);
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            b = T.MultiplyAdd(T.LoadPartial(g + i, rest), T.LoadPartial(x + i, rest) - c, b);
        }

        return T.Sum(a + b);
    }

    /// <summary>The sum of e^(x - shift).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static float SumExp<T>(float* x, long n, float shift)
        where T : struct, ILanes<T>
    {
        T max = T.Broadcast(shift);
        T sum = default;
        long i = 0;
        for (; i <= n - T.Count; i += T.Count)
        {
            sum += LaneMath.Exp(T.Load(x + i) - max);
        }

        if (i < n)
        {
            int rest = (int)(n - i);
            sum += LaneMath.Exp(T.LoadPartial(x + i, rest) - max) & T.FirstLanes(rest);
        }

        return T.Sum(sum);
    }
}
