using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using ManagedTorch.Threading;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Spectra of overlapping frames: X[f, t] = Σ_j x[t hop + j] window[j] exp(-2πi fj / n), and back by adding the frames up, each times
/// the window, and dividing by the sum of the squared windows (Griffin and Lim 1984, equation 6).
/// </summary>
internal static unsafe class ShortTimeTransforms
{
    private const double SmallestEnvelope = 1e-11;

    /// <summary>(length) or (batch, length) to (frequencies, frames) or (batch, frequencies, frames), complex.</summary>
    public static Tensor Forward(Tensor x, long n, long hop, long width, Tensor? window, bool center, PaddingModes padding, bool normalized,
        bool? oneSided)
    {
        const string name = "stft";
        if (x.Rank is < 1 or > 2)
            throw Errors.Shape(name, x.Sizes, "it needs (length) or (batch, length)");
        (hop, width) = Lengths(name, x, n, hop, width, window);
        if (x.Rank == 1)
            return Forward(x.unsqueeze(0), n, hop, width, window, center, padding, normalized, oneSided).squeeze(0);
        if (center)
            x = Borders.Apply(x, [n / 2, n / 2], padding, 0);
        if (x.Sizes[1] < n)
            throw Errors.Shape(name, x.Sizes, $"frames of {n} samples do not fit");
        var frames = Frames(x, n, hop);
        if (Centred(window, width, n) is { } weights)
            frames = frames * weights;
        var norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
        var spectrum = DTypes.IsComplex(frames.Type) || oneSided == false
            ? FourierTransforms.Complex(name, frames, -1, -1, norm, inverse: false)
            : FourierTransforms.RealToHalf(name, frames, -1, -1, norm);
        return spectrum.transpose(1, 2);
    }

    /// <summary>(frequencies, frames) or (batch, frequencies, frames), complex, to (length) or (batch, length).</summary>
    public static Tensor Inverse(Tensor x, long n, long hop, long width, Tensor? window, bool center, bool normalized, bool? oneSided,
        long length, bool complex)
    {
        const string name = "istft";
        if (!DTypes.IsComplex(x.Type))
            throw new InvalidOperationException($"{name}: the spectrum must be complex, not {x.Type}; use view_as_complex() on (..., 2).");
        if (x.Rank is < 2 or > 3)
            throw Errors.Shape(name, x.Sizes, "it needs (frequencies, frames) or (batch, frequencies, frames)");
        (hop, width) = Lengths(name, x, n, hop, width, window);
        if (x.Rank == 2)
            return Inverse(x.unsqueeze(0), n, hop, width, window, center, normalized, oneSided, length, complex).squeeze(0);
        var half = oneSided ?? x.Sizes[1] != n;
        if (x.Sizes[1] != (half ? (n / 2) + 1 : n) || x.Sizes[2] == 0)
            throw Errors.Shape(name, x.Sizes, $"frames of {n} samples have {(half ? (n / 2) + 1 : n)} frequencies here");
        if (half && complex)
            throw new ArgumentException($"{name}: half a spectrum gives real samples; return_complex needs onesided: false.");

        var norm = normalized ? FFTNormType.Ortho : FFTNormType.Backward;
        var spectrum = x.transpose(1, 2);
        // Real samples are told from half a spectrum, also where all of it is given.
        var frames = complex ? FourierTransforms.Complex(name, spectrum, n, -1, norm, inverse: true)
            : FourierTransforms.HalfToReal(name, spectrum.narrow(-1, 0, (n / 2) + 1), n, -1, norm);
        var weights = Centred(window, width, n) ?? ones([n], DTypes.IsComplex(frames.Type) ? DTypes.PartOf(frames.Type) : frames.Type);
        var whole = n + (hop * (x.Sizes[2] - 1));
        var (start, end) = center ? (n / 2, whole - (n / 2)) : (0, whole);
        if (length >= 0)
            end = start + length;
        var last = Math.Min(end, whole);
        if (last <= start)
            throw Errors.Shape(name, x.Sizes, "there is no sample between the borders");
        var envelope = OverlapAdd((weights * weights).unsqueeze(0).expand(x.Sizes[2], n).unsqueeze(0), hop).narrow(-1, start, last - start);
        if (envelope.detach().abs().min().ToDouble() < SmallestEnvelope)
            throw new InvalidOperationException(
                $"{name}: the windows leave samples without weight; use a window and a hop that cover all samples, or center: true.");
        var signal = Summed(frames * weights, hop).narrow(-1, start, last - start) / envelope;
        return end > last ? cat([signal, zeros([signal.Sizes[0], end - last], signal.Type)], -1) : signal;
    }

    private static (long Hop, long Width) Lengths(string name, Tensor x, long n, long hop, long width, Tensor? window)
    {
        hop = hop < 0 ? n / 4 : hop;
        width = width < 0 ? n : width;
        if (n < 1 || hop < 1 || width < 1 || width > n)
            throw Errors.Shape(name, x.Sizes,
                $"n_fft {n}, hop_length {hop} and win_length {width} do not fit together: 0 < hop, 0 < win_length <= n_fft");
        if (window is not null && (window.Rank != 1 || window.Sizes[0] != width))
            throw Errors.Shapes(name, x.Sizes, window.Sizes, $"the window needs win_length = {width} samples");
        return (hop, width);
    }

    // The window in the middle of n samples; null when all samples count alike.
    private static Tensor? Centred(Tensor? window, long width, long n)
    {
        if (width == n)
            return window;
        var left = (n - width) / 2;
        return Borders.Apply(window ?? ones(width), [left, n - width - left], PaddingModes.Constant, 0);
    }

    // (batch, length) to (batch, frames, n); a view whose gradient adds the frames up.
    private static Tensor Frames(Tensor x, long n, long hop)
    {
        var count = ((x.Sizes[1] - n) / hop) + 1;
        var whole = x.Sizes[1];
        return Views.View("frames", x, [x.Sizes[0], count, n], [x.Strides[0], hop * x.Strides[1], x.Strides[1]], x.Offset, g =>
        {
            var sum = Summed(g, hop);
            return sum.Sizes[1] == whole ? sum : cat([sum, zeros([sum.Sizes[0], whole - sum.Sizes[1]], sum.Type)], 1);
        });
    }

    private static Tensor Summed(Tensor frames, long hop)
    {
        if (!DTypes.IsComplex(frames.Type))
            return OverlapAdd(frames, hop);
        return complex(OverlapAdd(frames.real, hop), OverlapAdd(frames.imag, hop));
    }

    /// <summary>(batch, frames, n) to (batch, n + hop (frames - 1)): y[t hop + j] += x[t, j]. The gradient cuts frames again.</summary>
    private static Tensor OverlapAdd(Tensor x, long hop)
    {
        var (batch, frames, n) = (x.Sizes[0], x.Sizes[1], x.Sizes[2]);
        var length = n + (hop * (frames - 1));
        var result = Tensor.Zeros([batch, length], x.Type);
        using var input = x.InOrder();
        if (x.Type == ScalarType.Float32)
        {
            float* from = input.Pointer<float>(), to = result.Pointer<float>();
            WorkerPool.ForRange(batch, 1, (start, end) =>
            {
                for (var row = start; row < end; row++)
                    for (var t = 0L; t < frames; t++)
                        Kernels.Arithmetic.Add(
                            to + (row * length) + (t * hop), from + (((row * frames) + t) * n), to + (row * length) + (t * hop), n);
            });
        }
        else
        {
            double* from = input.Pointer<double>(), to = result.Pointer<double>();
            for (var row = 0L; row < batch; row++)
                for (var t = 0L; t < frames; t++)
                    for (var j = 0L; j < n; j++)
                        to[(row * length) + (t * hop) + j] += from[(((row * frames) + t) * n) + j];
        }

        GC.KeepAlive(input);
        if (Tape.Open("overlap_add", x) is not { } node)
            return result;
        node.Define(g => [Frames(g[0]!, n, hop)]);
        return node.Close(result);
    }
}
