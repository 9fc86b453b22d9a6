using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    // With a signal that equals its own mirrored conjugate the spectrum is real. As exp(-t) is the conjugate of exp(t):
    //     hfft(x) = irfft of conj(x) without its factor 1 / n,    ihfft(x) = conj(rfft(x)) / n.
    // Gradients follow from those of the two transforms.
    public static partial class fft
    {
        /// <summary>The n real frequencies of a signal whose second half mirrors the first; n is 2 (length - 1) unless given.</summary>
        public static Tensor hfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.HalfToReal("hfft", input.conj(), n, dim, Reversed(norm));

        /// <summary>The first n / 2 + 1 elements of the signal whose <see cref="hfft"/> is given.</summary>
        public static Tensor ihfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.RealToHalf("ihfft", input, n, dim, Reversed(norm)).conj();

        /// <summary><see cref="fft_"/> over the first of two dimensions, then <see cref="hfft"/> over the last.</summary>
        public static Tensor hfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            hfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The inverse of <see cref="hfft2"/>.</summary>
        public static Tensor ihfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ihfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary><see cref="fft_"/> over several dimensions but the last, then <see cref="hfft"/> over that.</summary>
        public static Tensor hfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("hfftn", input, s, dim);
            for (var i = 0; i < dims.Length - 1; i++)
                input = fft_(input, lengths[i], dims[i], norm);
            return hfft(input, lengths[^1], dims[^1], norm);
        }

        /// <summary>The inverse of <see cref="hfftn"/>.</summary>
        public static Tensor ihfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("ihfftn", input, s, dim);
            input = ihfft(input, lengths[^1], dims[^1], norm);
            for (var i = dims.Length - 2; i >= 0; i--)
                input = ifft(input, lengths[i], dims[i], norm);
            return input;
        }

        // A transform forward that is computed backward takes the other one's factor.
        private static FFTNormType Reversed(FFTNormType norm) => norm switch
        {
            FFTNormType.Backward => FFTNormType.Forward,
            FFTNormType.Forward => FFTNormType.Backward,
            _ => norm,
        };
    }
}
