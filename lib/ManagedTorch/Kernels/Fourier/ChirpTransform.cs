using System.Numerics;

namespace ManagedTorch.Kernels;

/// <summary>
/// A transform of any length n as a convolution of a power-of-two length: since jk = (j² + k² - (k - j)²) / 2,
///     X_k = c_k Σ_j (x_j c_j) conj(c_(k-j)),    c_j = exp(-πi j² / n)
/// (Bluestein 1970). Done in double precision, for the convolution rounds more often than the transform itself would.
/// </summary>
internal sealed unsafe class ChirpTransform
{
    private readonly int length;
    private readonly int size;
    private readonly double[] cos;
    private readonly double[] sin;
    private readonly double[] filterRe;
    private readonly double[] filterIm;

    public ChirpTransform(int length)
    {
        this.length = length;
        size = checked((int)BitOperations.RoundUpToPowerOf2((uint)((2 * (long)length) - 1)));
        cos = new double[length];
        sin = new double[length];
        for (var j = 0; j < length; j++)
            (sin[j], cos[j]) = Math.SinCos(-Math.PI * ((long)j * j % (2L * length)) / length);

        double[] re = new double[size], im = new double[size], otherRe = new double[size], otherIm = new double[size];
        for (var j = 0; j < length; j++)
        {
            var mirror = (size - j) % size;
            re[j] = re[mirror] = cos[j];
            im[j] = im[mirror] = -sin[j];
        }

        fixed (double* a = re, b = im, c = otherRe, d = otherIm)
        {
            var (resultRe, resultIm) = FourierPlan<double>.Of(size).Run(a, b, c, d, 1);
            filterRe = new ReadOnlySpan<double>(resultRe, size).ToArray();
            filterIm = new ReadOnlySpan<double>(resultIm, size).ToArray();
        }
    }

    /// <summary>Transforms the sequences in place.</summary>
    public void Run<T>(T* re, T* im, int lanes) where T : unmanaged, IFloatingPointIeee754<T>
    {
        using var scratch = Scratch.Rent(8L * size);
        var a = (double*)scratch.Pointer;
        double* b = a + size, c = b + size, d = c + size;
        var plan = FourierPlan<double>.Of(size);
        for (var lane = 0; lane < lanes; lane++)
        {
            for (var j = 0; j < length; j++)
            {
                double x = double.CreateTruncating(re[((long)j * lanes) + lane]), y = double.CreateTruncating(im[((long)j * lanes) + lane]);
                a[j] = (x * cos[j]) - (y * sin[j]);
                b[j] = (x * sin[j]) + (y * cos[j]);
            }

            new Span<double>(a + length, size - length).Clear();
            new Span<double>(b + length, size - length).Clear();
            var (p, q) = plan.Run(a, b, c, d, 1);
            for (var j = 0; j < size; j++)
            {
                var product = (p[j] * filterRe[j]) - (q[j] * filterIm[j]);
                q[j] = (p[j] * filterIm[j]) + (q[j] * filterRe[j]);
                p[j] = product;
            }

            // The inverse transform: real and imaginary part change places, before and after.
            double* other = p == a ? c : a, otherTo = p == a ? d : b;
            (q, p) = plan.Run(q, p, otherTo, other, 1);
            for (var j = 0; j < length; j++)
            {
                double x = p[j] / size, y = q[j] / size;
                re[((long)j * lanes) + lane] = T.CreateTruncating((x * cos[j]) - (y * sin[j]));
                im[((long)j * lanes) + lane] = T.CreateTruncating((x * sin[j]) + (y * cos[j]));
            }
        }
    }
}
