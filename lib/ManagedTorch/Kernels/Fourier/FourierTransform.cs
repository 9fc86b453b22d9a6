using System.Numerics;
using ManagedTorch.Threading;

namespace ManagedTorch.Kernels;

/// <summary>
/// Transforms of many sequences of length n, all contiguous, scaled by a factor. Some sequences at a time are interleaved, so that one
/// vector instruction serves several of them. A real sequence of even length is treated as a complex one of half the length.
/// </summary>
internal static unsafe class FourierTransform<T> where T : unmanaged, IFloatingPointIeee754<T>
{
    /// <summary>Two registers of sequences at a time.</summary>
    private static int Lanes => 2 * Vector<T>.Count;

    /// <summary>Longer sequences are taken one at a time: interleaved ones would not fit into the cache.</summary>
    private const int LongestInterleaved = 1 << 14;

    /// <summary>y_k = scale Σ_j x_j exp(∓2πi jk / n): (count, n) complex to (count, n) complex.</summary>
    public static void Complex(T* x, T* y, long count, int n, bool inverse, T scale) =>
        ForEachGroup(count, n, (start, lanes, planes) =>
        {
            Interleave(x + (2 * start * n), planes, lanes, n);
            var (re, im) = planes.Transform(FourierPlan<T>.Of(n), lanes, inverse);
            Separate(re, im, y + (2 * start * n), lanes, n, scale);
        });

    /// <summary>y_k = scale Σ_j x_j exp(-2πi jk / n), k ≤ n / 2: (count, n) real to (count, n / 2 + 1) complex.</summary>
    public static void RealToHalf(T* x, T* y, long count, int n, T scale)
    {
        var half = (n / 2) + 1;
        if (n % 2 == 1)
        {
            ForEachGroup(count, n, (start, lanes, planes) =>
            {
                for (var b = 0; b < lanes; b++)
                    for (var j = 0; j < n; j++)
                    {
                        planes.Re[((long)j * lanes) + b] = x[((start + b) * n) + j];
                        planes.Im[((long)j * lanes) + b] = T.Zero;
                    }

                var (re, im) = planes.Transform(FourierPlan<T>.Of(n), lanes, false);
                Separate(re, im, y + (2 * start * half), lanes, half, scale);
            });
            return;
        }

        var m = n / 2;
        var (cos, sin) = HalfRoots(n);
        ForEachGroup(count, m, (start, lanes, planes) =>
        {
            Interleave(x + (start * n), planes, lanes, m);
            var (re, im) = planes.Transform(FourierPlan<T>.Of(m), lanes, false);
            var factor = scale / (T.One + T.One);
            for (var b = 0; b < lanes; b++)
            {
                var to = y + (2 * (start + b) * half);
                for (var k = 0; k <= m; k++)
                {
                    // Z_k = E_k + i O_k with the transforms E and O of the even and odd elements; X_k = E_k + w^k O_k.
                    long at = ((long)(k % m) * lanes) + b, mirror = ((long)((m - k) % m) * lanes) + b;
                    T evenR = re[at] + re[mirror], evenI = im[at] - im[mirror];
                    T oddR = im[at] + im[mirror], oddI = re[mirror] - re[at];
                    to[2 * k] = (evenR + ((oddR * cos[k]) - (oddI * sin[k]))) * factor;
                    to[(2 * k) + 1] = (evenI + ((oddR * sin[k]) + (oddI * cos[k]))) * factor;
                }
            }
        });
    }

    /// <summary>
    /// x_j = scale Σ_k X_k exp(2πi jk / n) with X_(n-k) = conj X_k: (count, n / 2 + 1) complex to (count, n) real. The imaginary parts
    /// of X_0 and, for even n, of X_(n/2) do not count.
    /// </summary>
    public static void HalfToReal(T* x, T* y, long count, int n, T scale)
    {
        var half = (n / 2) + 1;
        if (n % 2 == 1)
        {
            ForEachGroup(count, n, (start, lanes, planes) =>
            {
                for (var b = 0; b < lanes; b++)
                {
                    var from = x + (2 * (start + b) * half);
                    for (var k = 0; k < n; k++)
                    {
                        var mirrored = k >= half;
                        var at = 2 * (mirrored ? n - k : k);
                        planes.Re[((long)k * lanes) + b] = from[at];
                        planes.Im[((long)k * lanes) + b] = k == 0 ? T.Zero : mirrored ? -from[at + 1] : from[at + 1];
                    }
                }

                var (re, _) = planes.Transform(FourierPlan<T>.Of(n), lanes, true);
                for (var b = 0; b < lanes; b++)
                    for (var j = 0; j < n; j++)
                        y[((start + b) * n) + j] = re[((long)j * lanes) + b] * scale;
            });
            return;
        }

        var m = n / 2;
        var (cos, sin) = HalfRoots(n);
        ForEachGroup(count, m, (start, lanes, planes) =>
        {
            for (var b = 0; b < lanes; b++)
            {
                var from = x + (2 * (start + b) * half);
                for (var k = 0; k < m; k++)
                {
                    int at = 2 * k, mirror = 2 * (m - k);
                    T atI = k == 0 ? T.Zero : from[at + 1], mirrorI = k == 0 ? T.Zero : from[mirror + 1];
                    T evenR = from[at] + from[mirror], evenI = atI - mirrorI;
                    T turnedR = from[at] - from[mirror], turnedI = atI + mirrorI;
                    // Times w^-k.
                    T oddR = (turnedR * cos[k]) + (turnedI * sin[k]), oddI = (turnedI * cos[k]) - (turnedR * sin[k]);
                    planes.Re[((long)k * lanes) + b] = evenR - oddI;
                    planes.Im[((long)k * lanes) + b] = evenI + oddR;
                }
            }

            var (re, im) = planes.Transform(FourierPlan<T>.Of(m), lanes, true);
            Separate(re, im, y + (start * n), lanes, m, scale);
        });
    }

    private static (T[] Cos, T[] Sin) HalfRoots(int n)
    {
        T[] cos = new T[(n / 2) + 1], sin = new T[(n / 2) + 1];
        for (var k = 0; k < cos.Length; k++)
        {
            var (s, c) = Math.SinCos(-2 * Math.PI * k / n);
            (sin[k], cos[k]) = (T.CreateTruncating(s), T.CreateTruncating(c));
        }

        return (cos, sin);
    }

    private static void ForEachGroup(long count, int n, Group body)
    {
        var group = n > LongestInterleaved ? 1 : Lanes;
        WorkerPool.ForRange(count, group, (start, end) =>
        {
            var lanes = (int)(end - start);
            using var scratch = Scratch.Rent(4L * n * lanes * sizeof(T) / sizeof(float));
            body(start, lanes, new FourierPlanes<T>((T*)scratch.Pointer, (long)n * lanes));
        });
    }

    private static void Interleave(T* x, FourierPlanes<T> planes, int lanes, int n)
    {
        for (var j = 0; j < n; j++)
        {
            var from = x + (2 * j);
            T* re = planes.Re + ((long)j * lanes), im = planes.Im + ((long)j * lanes);
            for (var b = 0; b < lanes; b++, from += 2 * n)
            {
                re[b] = from[0];
                im[b] = from[1];
            }
        }
    }

    private static void Separate(T* re, T* im, T* y, int lanes, int n, T scale)
    {
        for (var b = 0; b < lanes; b++)
        {
            var to = y + (2L * b * n);
            for (var j = 0; j < n; j++)
            {
                to[2 * j] = re[((long)j * lanes) + b] * scale;
                to[(2 * j) + 1] = im[((long)j * lanes) + b] * scale;
            }
        }
    }

    private delegate void Group(long start, int lanes, FourierPlanes<T> planes);
}
