using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Bench.Measuring;

/// <summary>
/// The most float32 multiply-adds that this process gets from the processor: independent chains in registers, no memory. Two operations each.
/// </summary>
internal static class FmaPeak
{
    // More than latency (4 cycles) times units (2), fewer than the 16 registers of AVX2.
    private const int Chains = 12;
    private const int Iterations = 400_000;
    private const int Rounds = 12;

    // Makes the sums observable, so that no compiler may drop the loop.
    private static float sink;

    /// <summary>GFLOP/s of a number of threads together; the best of several short rounds, so that other processes disturb little.</summary>
    public static double Measure(int threads)
    {
        Func<float> loop;
        int lanes;
        if (Vector512.IsHardwareAccelerated)
            (loop, lanes) = (Loop512, Vector512<float>.Count);
        else if (Vector256.IsHardwareAccelerated)
            (loop, lanes) = (Loop256, Vector256<float>.Count);
        else
            (loop, lanes) = (Loop128, Vector128<float>.Count);
        var best = double.PositiveInfinity;
        for (var round = 0; round < Rounds; round++)
            best = Math.Min(best, SecondsOf(loop, threads));
        return 2.0 * Chains * lanes * Iterations * threads / best / 1e9;
    }

    private static double SecondsOf(Func<float> loop, int threads)
    {
        using var together = new Barrier(threads);
        var times = new double[threads];
        var all = Enumerable.Range(0, threads).Select(index => new Thread(() =>
        {
            together.SignalAndWait();
            var start = Stopwatch.GetTimestamp();
            sink = loop();
            times[index] = Stopwatch.GetElapsedTime(start).TotalSeconds;
        })).ToList();
        all.ForEach(thread => thread.Start());
        all.ForEach(thread => thread.Join());
        return times.Max();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop512()
    {
        Vector512<float> x = Vector512.Create(0.999f), y = Vector512.Create(0.001f);
        Vector512<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (var i = 0; i < Iterations; i++)
        {
            s0 = Vector512.FusedMultiplyAdd(s0, x, y); s1 = Vector512.FusedMultiplyAdd(s1, x, y);
            s2 = Vector512.FusedMultiplyAdd(s2, x, y); s3 = Vector512.FusedMultiplyAdd(s3, x, y);
            s4 = Vector512.FusedMultiplyAdd(s4, x, y); s5 = Vector512.FusedMultiplyAdd(s5, x, y);
            s6 = Vector512.FusedMultiplyAdd(s6, x, y); s7 = Vector512.FusedMultiplyAdd(s7, x, y);
            s8 = Vector512.FusedMultiplyAdd(s8, x, y); s9 = Vector512.FusedMultiplyAdd(s9, x, y);
            s10 = Vector512.FusedMultiplyAdd(s10, x, y); s11 = Vector512.FusedMultiplyAdd(s11, x, y);
        }

        return Vector512.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop256()
    {
        Vector256<float> x = Vector256.Create(0.999f), y = Vector256.Create(0.001f);
        Vector256<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (var i = 0; i < Iterations; i++)
        {
            s0 = Vector256.FusedMultiplyAdd(s0, x, y); s1 = Vector256.FusedMultiplyAdd(s1, x, y);
            s2 = Vector256.FusedMultiplyAdd(s2, x, y); s3 = Vector256.FusedMultiplyAdd(s3, x, y);
            s4 = Vector256.FusedMultiplyAdd(s4, x, y); s5 = Vector256.FusedMultiplyAdd(s5, x, y);
            s6 = Vector256.FusedMultiplyAdd(s6, x, y); s7 = Vector256.FusedMultiplyAdd(s7, x, y);
            s8 = Vector256.FusedMultiplyAdd(s8, x, y); s9 = Vector256.FusedMultiplyAdd(s9, x, y);
            s10 = Vector256.FusedMultiplyAdd(s10, x, y); s11 = Vector256.FusedMultiplyAdd(s11, x, y);
        }

        return Vector256.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Loop128()
    {
        Vector128<float> x = Vector128.Create(0.999f), y = Vector128.Create(0.001f);
        Vector128<float> s0 = x, s1 = x, s2 = x, s3 = x, s4 = x, s5 = x, s6 = x, s7 = x, s8 = x, s9 = x, s10 = x, s11 = x;
        for (var i = 0; i < Iterations; i++)
        {
            s0 = Vector128.FusedMultiplyAdd(s0, x, y); s1 = Vector128.FusedMultiplyAdd(s1, x, y);
            s2 = Vector128.FusedMultiplyAdd(s2, x, y); s3 = Vector128.FusedMultiplyAdd(s3, x, y);
            s4 = Vector128.FusedMultiplyAdd(s4, x, y); s5 = Vector128.FusedMultiplyAdd(s5, x, y);
            s6 = Vector128.FusedMultiplyAdd(s6, x, y); s7 = Vector128.FusedMultiplyAdd(s7, x, y);
            s8 = Vector128.FusedMultiplyAdd(s8, x, y); s9 = Vector128.FusedMultiplyAdd(s9, x, y);
            s10 = Vector128.FusedMultiplyAdd(s10, x, y); s11 = Vector128.FusedMultiplyAdd(s11, x, y);
        }

        return Vector128.Sum(s0 + s1 + s2 + s3 + s4 + s5 + s6 + s7 + s8 + s9 + s10 + s11);
    }
}
