using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Discrete Fourier transforms. A length n (or s) cuts a dimension off or fills it up with zeros.</summary>
    public static partial class fft
    {
        /// <summary>y_k = Σ_j x_j exp(-2πi jk / n) along a dimension; complex.</summary>
        public static Tensor fft_(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.Complex("fft", input, n, dim, norm, inverse: false);

        /// <summary>x_j = 1/n Σ_k y_k exp(2πi jk / n) along a dimension; complex.</summary>
        public static Tensor ifft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.Complex("ifft", input, n, dim, norm, inverse: true);

        /// <summary>The first n / 2 + 1 elements of the transform of real numbers; the others are their mirror images.</summary>
        public static Tensor rfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.RealToHalf("rfft", input, n, dim, norm);

        /// <summary>The real numbers whose <see cref="rfft"/> is given; n is 2 (length - 1) unless given.</summary>
        public static Tensor irfft(Tensor input, long n = -1, long dim = -1, FFTNormType norm = FFTNormType.Backward) =>
            FourierTransforms.HalfToReal("irfft", input, n, dim, norm);

        /// <summary><see cref="fft_"/> over two dimensions, the last ones unless given.</summary>
        public static Tensor fft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            fftn(input, s, dim ?? [-2, -1], norm);

        /// <summary><see cref="ifft"/> over two dimensions, the last ones unless given.</summary>
        public static Tensor ifft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            ifftn(input, s, dim ?? [-2, -1], norm);

        /// <summary><see cref="rfft"/> over the last of two dimensions, then <see cref="fft_"/> over the other.</summary>
        public static Tensor rfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            rfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary>The inverse of <see cref="rfft2"/>.</summary>
        public static Tensor irfft2(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward) =>
            irfftn(input, s, dim ?? [-2, -1], norm);

        /// <summary><see cref="fft_"/> over several dimensions, all unless given.</summary>
        public static Tensor fftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("fftn", input, s, dim);
            for (var i = 0; i < dims.Length; i++)
                input = fft_(input, lengths[i], dims[i], norm);
            return input;
        }

        /// <summary><see cref="ifft"/> over several dimensions, all unless given.</summary>
        public static Tensor ifftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("ifftn", input, s, dim);
            for (var i = 0; i < dims.Length; i++)
                input = ifft(input, lengths[i], dims[i], norm);
            return input;
        }

        /// <summary><see cref="rfft"/> over the last of several dimensions, then <see cref="fft_"/> over the others.</summary>
        public static Tensor rfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("rfftn", input, s, dim);
            input = rfft(input, lengths[^1], dims[^1], norm);
            for (var i = dims.Length - 2; i >= 0; i--)
                input = fft_(input, lengths[i], dims[i], norm);
            return input;
        }

        /// <summary>The inverse of <see cref="rfftn"/>.</summary>
        public static Tensor irfftn(Tensor input, long[]? s = null, long[]? dim = null, FFTNormType norm = FFTNormType.Backward)
        {
            var (dims, lengths) = Along("irfftn", input, s, dim);
            for (var i = 0; i < dims.Length - 1; i++)
                input = ifft(input, lengths[i], dims[i], norm);
            return irfft(input, lengths[^1], dims[^1], norm);
        }

        /// <summary>The frequencies of a transform's elements in cycles a unit of d, which is the time between samples.</summary>
        public static Tensor fftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            return Frequencies("fftfreq", n, n, k => (k < (n + 1) / 2 ? k : k - n) / (n * d), dtype, device, requires_grad);
        }

        /// <summary>The frequencies of the elements of <see cref="rfft"/>.</summary>
        public static Tensor rfftfreq(long n, double d = 1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false)
        {
            return Frequencies("rfftfreq", n, (n / 2) + 1, k => k / (n * d), dtype, device, requires_grad);
        }

        /// <summary>Moves frequency 0 to the middle of the dimensions, all unless given.</summary>
        public static Tensor fftshift(Tensor input, long[]? dim = null) => Shift("fftshift", input, dim, length => length / 2);

        /// <summary>Undoes <see cref="fftshift"/>.</summary>
        public static Tensor ifftshift(Tensor input, long[]? dim = null) => Shift("ifftshift", input, dim, length => (length + 1) / 2);

        private static Tensor Frequencies(string name, long n, long count, Func<long, double> frequency, ScalarType? dtype, Device? device,
            bool requiresGrad)
        {
            if (n is < 1 or > FourierTransforms.Longest)
                throw new ArgumentException($"{name}: there is no transform of {n} numbers.");
            using var values = Tensor.Empty([count], ScalarType.Float64);
            var place = values.Span<double>();
            for (var k = 0; k < place.Length; k++)
                place[k] = frequency(k);
            return Creation.Finish(Casts.To(values, dtype ?? get_default_dtype()), device, requiresGrad);
        }

        private static Tensor Shift(string name, Tensor x, long[]? dim, Func<long, long> by)
        {
            foreach (var d in dim ?? [.. Enumerable.Range(0, x.Rank).Select(i => (long)i)])
                x = x.roll(by(x.Sizes[Layout.Dimension(d, x.Rank, name)]), d);
            return x;
        }

        private static (long[] Dims, long[] Lengths) Along(string name, Tensor x, long[]? s, long[]? dim)
        {
            var first = s is null ? 0 : x.Rank - s.Length;
            var dims = dim ?? [.. Enumerable.Range(0, x.Rank).Skip(first).Select(i => (long)i)];
            if (dims.Length == 0 || (s is not null && s.Length != dims.Length) || dims.Length > x.Rank)
                throw Errors.Shape(name, x.Sizes, $"{s?.Length ?? 0} lengths were given for {dims.Length} dimensions");
            return (dims, s ?? [.. dims.Select(_ => -1L)]);
        }
    }
}
