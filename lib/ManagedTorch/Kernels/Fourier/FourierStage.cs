using System.Numerics;
using System.Runtime.CompilerServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// One stage of Stockham's transform: a sequence of length n = radix * m becomes radix sequences of length m,
///     y[q + s (radix p + k)] = w_n^(p k) Σ_j x[q + s (p + m j)] w_radix^(j k),    w_n = exp(-2πi / n),
/// for p in [0, m), k and j in [0, radix), q in [0, s), where s sequences lie interleaved. The stages together sort their output, so no
/// bit reversal is needed (Van Loan 1992, Computational Frameworks for the FFT, section 1.7).
/// </summary>
internal sealed unsafe class FourierStage<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Odd radices up to this are done directly; larger primes go through a convolution.</summary>
    public const int LargestRadix = 31;

    private readonly int radix;
    private readonly int m;
    private readonly T[] cos;
    private readonly T[] sin;
    private readonly T[] rootCos;
    private readonly T[] rootSin;

    public FourierStage(int length, int radix)
    {
        this.radix = radix;
        m = length / radix;
        cos = new T[(long)m * radix];
        sin = new T[(long)m * radix];
        for (var p = 0; p < m; p++)
            for (var k = 0; k < radix; k++)
                (sin[(p * radix) + k], cos[(p * radix) + k]) = Root((long)p * k, length);
        rootCos = new T[radix];
        rootSin = new T[radix];
        for (var j = 0; j < radix; j++)
            (rootSin[j], rootCos[j]) = Root(j, radix);
    }

    public int Radix => radix;

    /// <summary>Runs the stage over s interleaved sequences.</summary>
    public void Run(T* re, T* im, T* toRe, T* toIm, long s)
    {
        var vectors = s - (s % Vector<T>.Count);
        for (var p = 0; p < m; p++)
        {
            if (vectors > 0)
                Run<VectorLanes<T>>(p, re, im, toRe, toIm, s, 0, vectors);
            if (vectors < s)
                Run<ScalarLanes<T>>(p, re, im, toRe, toIm, s, vectors, s);
        }
    }

    // (sin, cos) of w^k, w = exp(-2πi / n).
    private static (T Sin, T Cos) Root(long k, int n)
    {
        var (s, c) = Math.SinCos(2 * Math.PI * (k % n) / n);
        return (T.CreateTruncating(-s), T.CreateTruncating(c));
    }

    private void Run<V>(int p, T* re, T* im, T* toRe, T* toIm, long s, long start, long end) where V : unmanaged, IFourierLanes<V, T>
    {
        var from = s * p;
        var to = s * radix * p;
        switch (radix)
        {
            case 2: Two<V>(p, re + from, im + from, toRe + to, toIm + to, s, start, end); break;
            case 4: Four<V>(p, re + from, im + from, toRe + to, toIm + to, s, start, end); break;
            default: Odd<V>(p, re + from, im + from, toRe + to, toIm + to, s, start, end); break;
        }
    }

    private void Two<V>(int p, T* re, T* im, T* toRe, T* toIm, long s, long start, long end) where V : unmanaged, IFourierLanes<V, T>
    {
        var step = s * m;
        V c = V.All(cos[(2 * p) + 1]), d = V.All(sin[(2 * p) + 1]);
        for (var q = start; q < end; q += V.Width)
        {
            V ar = V.Load(re + q), ai = V.Load(im + q), br = V.Load(re + q + step), bi = V.Load(im + q + step);
            (ar + br).Store(toRe + q);
            (ai + bi).Store(toIm + q);
            Rotated(ar - br, ai - bi, c, d, toRe + q + s, toIm + q + s);
        }
    }

    private void Four<V>(int p, T* re, T* im, T* toRe, T* toIm, long s, long start, long end) where V : unmanaged, IFourierLanes<V, T>
    {
        var step = s * m;
        var w = 4 * p;
        V c1 = V.All(cos[w + 1]), d1 = V.All(sin[w + 1]);
        V c2 = V.All(cos[w + 2]), d2 = V.All(sin[w + 2]);
        V c3 = V.All(cos[w + 3]), d3 = V.All(sin[w + 3]);
        for (var q = start; q < end; q += V.Width)
        {
            V ar = V.Load(re + q), ai = V.Load(im + q);
            V br = V.Load(re + q + step), bi = V.Load(im + q + step);
            V cr = V.Load(re + q + (2 * step)), ci = V.Load(im + q + (2 * step));
            V dr = V.Load(re + q + (3 * step)), di = V.Load(im + q + (3 * step));
            V sumR = ar + cr, sumI = ai + ci, differenceR = ar - cr, differenceI = ai - ci;
            V crossR = br + dr, crossI = bi + di;
            // -i (b - d)
            V turnedR = bi - di, turnedI = dr - br;
            (sumR + crossR).Store(toRe + q);
            (sumI + crossI).Store(toIm + q);
            Rotated(differenceR + turnedR, differenceI + turnedI, c1, d1, toRe + q + s, toIm + q + s);
            Rotated(sumR - crossR, sumI - crossI, c2, d2, toRe + q + (2 * s), toIm + q + (2 * s));
            Rotated(differenceR - turnedR, differenceI - turnedI, c3, d3, toRe + q + (3 * s), toIm + q + (3 * s));
        }
    }

    // With a_j + a_(r-j) and a_j - a_(r-j), the outputs k and r - k share their products.
    private void Odd<V>(int p, T* re, T* im, T* toRe, T* toIm, long s, long start, long end) where V : unmanaged, IFourierLanes<V, T>
    {
        var step = s * m;
        var half = radix / 2;
        V* sumR = stackalloc V[LargestRadix / 2], sumI = stackalloc V[LargestRadix / 2];
        V* differenceR = stackalloc V[LargestRadix / 2], differenceI = stackalloc V[LargestRadix / 2];
        for (var q = start; q < end; q += V.Width)
        {
            V zeroR = V.Load(re + q), zeroI = V.Load(im + q);
            V totalR = zeroR, totalI = zeroI;
            for (var j = 1; j <= half; j++)
            {
                var (low, high) = (q + (j * step), q + ((radix - j) * step));
                V ar = V.Load(re + low), ai = V.Load(im + low), br = V.Load(re + high), bi = V.Load(im + high);
                sumR[j - 1] = ar + br;
                sumI[j - 1] = ai + bi;
                differenceR[j - 1] = ar - br;
                differenceI[j - 1] = ai - bi;
                totalR += sumR[j - 1];
                totalI += sumI[j - 1];
            }

            totalR.Store(toRe + q);
            totalI.Store(toIm + q);
            for (var k = 1; k <= half; k++)
            {
                V evenR = zeroR, evenI = zeroI, oddR = V.All(T.Zero), oddI = oddR;
                for (var j = 1; j <= half; j++)
                {
                    var root = j * k % radix;
                    V c = V.All(rootCos[root]), d = V.All(rootSin[root]);
                    evenR += sumR[j - 1] * c;
                    evenI += sumI[j - 1] * c;
                    oddR += differenceR[j - 1] * d;
                    oddI += differenceI[j - 1] * d;
                }

                // even + i odd and even - i odd
                var w = p * radix;
                var mirror = radix - k;
                Rotated(evenR - oddI, evenI + oddR, V.All(cos[w + k]), V.All(sin[w + k]), toRe + q + (k * s), toIm + q + (k * s));
                Rotated(evenR + oddI, evenI - oddR, V.All(cos[w + mirror]), V.All(sin[w + mirror]), toRe + q + (mirror * s), toIm + q + (mirror * s));
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Rotated<V>(V re, V im, V c, V d, T* toRe, T* toIm) where V : unmanaged, IFourierLanes<V, T>
    {
        ((re * c) - (im * d)).Store(toRe);
        ((re * d) + (im * c)).Store(toIm);
    }
}
