using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/fft.py.</summary>
internal static class FourierCases
{
    private static readonly int[] Lengths = [1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 15, 16, 20, 25, 31, 32, 37, 48, 64, 74, 100, 101, 128];

    private static Tensor Window => hann_window(16);

    public static ParityGroup Create()
    {
        var g = new ParityGroup("fft");
        AddTransforms(g);
        AddHermitian(g);
        AddComplexNumbers(g);
        AddWindows(g);
        AddShortTime(g);
        AddHalves(g, "bfloat16", ScalarType.BFloat16);
        AddHalves(g, "float16", ScalarType.Float16);
        g.Add("mixed_halves", (x, y) => x.to(ScalarType.BFloat16) + y.to(ScalarType.Float16));
        AddIntegers(g, "int16", ScalarType.Int16);
        AddIntegers(g, "int8", ScalarType.Int8);
        return g;
    }

    private static void AddHermitian(ParityGroup g)
    {
        foreach (var n in new[] { 1, 2, 5, 8 })
        {
            g.Add($"hfft/{n}", z => fft.hfft(C(z), n));
            g.Add($"ihfft/{n}", x => R(fft.ihfft(x)));
        }

        foreach (var norm in Enum.GetValues<FFTNormType>())
        {
            var name = $"norm_{norm.ToString().ToLowerInvariant()}";
            g.Add($"{name}/hfft", z => fft.hfft(C(z), norm: norm));
            g.Add($"{name}/ihfft", x => R(fft.ihfft(x, norm: norm)));
        }

        g.Add("hfft_dim0", z => fft.hfft(C(z), dim: 0));
        g.Add("hfft_double", z => fft.hfft(C(z)));
        g.Add("ihfft_cut_transposed", x => R(fft.ihfft(x.t(), 6)));
        g.Add("hfft2", z => fft.hfft2(C(z)));
        g.Add("ihfft2", x => R(fft.ihfft2(x)));
        g.Add("hfftn", z => fft.hfftn(C(z), [4, 5], [0, 2]));
        g.Add("ihfftn", x => R(fft.ihfftn(x, norm: FFTNormType.Ortho)));
    }

    private static Tensor C(Tensor x) => x.view_as_complex();

    private static Tensor R(Tensor x) => x.view_as_real();

    private static void AddTransforms(ParityGroup g)
    {
        foreach (var n in Lengths)
        {
            g.Add($"fft/{n}", z => R(fft.fft_(C(z))));
            g.Add($"ifft/{n}", z => R(fft.ifft(C(z))));
            g.Add($"rfft/{n}", x => R(fft.rfft(x)));
            g.Add($"irfft/{n}", z => fft.irfft(C(z), n));
        }

        foreach (var n in new[] { 30, 37, 64 })
        {
            g.Add($"double/fft/{n}", z => R(fft.fft_(C(z))));
            g.Add($"double/rfft/{n}", x => R(fft.rfft(x)));
            g.Add($"double/irfft/{n}", z => fft.irfft(C(z), n));
        }

        foreach (var norm in Enum.GetValues<FFTNormType>())
        {
            var name = $"norm_{norm.ToString().ToLowerInvariant()}";
            g.Add($"{name}/fft", z => R(fft.fft_(C(z), norm: norm)));
            g.Add($"{name}/ifft", z => R(fft.ifft(C(z), norm: norm)));
            g.Add($"{name}/rfft", x => R(fft.rfft(x, norm: norm)));
            g.Add($"{name}/irfft", z => fft.irfft(C(z), norm: norm));
        }

        g.Add("fft_real", x => R(fft.fft_(x)));
        g.Add("fft_integers", x => R(fft.fft_(x)));
        g.Add("fft_dim0", z => R(fft.fft_(C(z), dim: 0)));
        g.Add("fft_cut", z => R(fft.fft_(C(z), 5)));
        g.Add("fft_filled", z => R(fft.fft_(C(z), 11)));
        g.Add("rfft_dim0", x => R(fft.rfft(x, dim: 0)));
        g.Add("rfft_cut", x => R(fft.rfft(x, 6)));
        g.Add("rfft_filled", x => R(fft.rfft(x, 13)));
        g.Add("rfft_transposed", x => R(fft.rfft(x.t())));
        g.Add("rfft_no_rows", x => R(fft.rfft(x)));
        g.Add("irfft_dim1", z => fft.irfft(C(z), dim: 1));
        g.Add("irfft_real", x => fft.irfft(x));
        g.Add("fft2", z => R(fft.fft2(C(z))));
        g.Add("ifft2", z => R(fft.ifft2(C(z))));
        g.Add("rfft2", x => R(fft.rfft2(x)));
        g.Add("rfft2_sizes", x => R(fft.rfft2(x, [5, 8])));
        g.Add("irfft2", z => fft.irfft2(C(z)));
        g.Add("fftn", z => R(fft.fftn(C(z))));
        g.Add("ifftn", z => R(fft.ifftn(C(z), dim: [0, 1])));
        g.Add("rfftn", x => R(fft.rfftn(x)));
        g.Add("irfftn", z => fft.irfftn(C(z), [3, 5], [0, 1]));
        foreach (var n in new[] { 1, 4, 5 })
        {
            g.Add($"fftfreq/{n}", () => fft.fftfreq(n, 0.5));
            g.Add($"rfftfreq/{n}", () => fft.rfftfreq(n, 0.5));
        }

        g.Add("fftshift", x => fft.fftshift(x));
        g.Add("ifftshift", x => fft.ifftshift(x));
        g.Add("fftshift_dim", x => fft.fftshift(x, [1]));
        g.Add("low_pass", x => fft.irfft(fft.rfft(x) * tensor([1f, 1f, 0.5f, 0f, 0f])));
        g.Add("convolution", (x, y) => fft.irfft(fft.rfft(x, 16) * fft.rfft(y, 16), 16));
        g.Add("power", x => fft.rfft(x).abs().pow(2));
    }

    private static void AddComplexNumbers(ParityGroup g)
    {
        g.Add("complex/abs", z => C(z).abs());
        g.Add("complex/angle", z => C(z).angle());
        g.Add("complex/real", z => C(z).real);
        g.Add("complex/imag", z => C(z).imag);
        g.Add("complex/conj", z => R(C(z).conj()));
        g.Add("complex/neg", z => R(-C(z)));
        g.Add("complex/sum", z => R(C(z).sum()));
        g.Add("complex/sum0", z => R(C(z).sum(dim: 0)));
        g.Add("complex/times_number", z => R(C(z) * 2.5));
        g.Add("complex/transposed", z => R(C(z).t().contiguous()));
        g.Add("complex/select", z => R(C(z)[1]));
        g.Add("complex/square", z => R(C(z) * C(z)));
        g.Add("complex/norm2", z => (C(z) * C(z).conj()).real);
        g.Add("complex/abs_zero", z => C(z).abs());
        g.Add("complex/add", (a, b) => R(C(a) + C(b)));
        g.Add("complex/sub", (a, b) => R(C(a) - C(b)));
        g.Add("complex/mul", (a, b) => R(C(a) * C(b)));
        g.Add("complex/div", (a, b) => R(C(a) / C(b)));
        g.Add("complex/mul_real", (a, b) => R(C(a) * b));
        g.Add("complex/equal", (a, b) => C(a) == C(b));
        g.Add("complex/complex", (a, b) => R(complex(a, b)));
        g.Add("complex/polar", (a, b) => R(polar(a, b)));
        g.Add("complex/angle_real", x => x.angle());
        g.Add("complex/mul_double", (a, b) => R(C(a) * C(b)));
    }

    private static void AddWindows(ParityGroup g)
    {
        var windows = new Dictionary<string, Func<long, bool, Tensor>>
        {
            ["hann"] = (n, periodic) => hann_window(n, periodic),
            ["hamming"] = (n, periodic) => hamming_window(n, periodic),
            ["blackman"] = (n, periodic) => blackman_window(n, periodic),
            ["bartlett"] = (n, periodic) => bartlett_window(n, periodic),
            ["kaiser"] = (n, periodic) => kaiser_window(n, periodic),
        };
        foreach (var (name, window) in windows)
            foreach (var n in new[] { 1, 2, 7, 16 })
            {
                g.Add($"window/{name}/{n}", () => window(n, true));
                g.Add($"window/{name}/{n}_symmetric", () => window(n, false));
            }
    }

    private static void AddShortTime(ParityGroup g)
    {
        g.Add("stft/plain", x => R(stft(x, 16, return_complex: true)));
        g.Add("stft/hop", x => R(stft(x, 16, 5, return_complex: true)));
        g.Add("stft/window", x => R(stft(x, 16, 4, 16, Window, return_complex: true)));
        g.Add("stft/short_window", x => R(stft(x, 16, 4, 10, hann_window(10), return_complex: true)));
        g.Add("stft/not_centred", x => R(stft(x, 16, 4, window: Window, center: false, return_complex: true)));
        g.Add("stft/constant", x => R(stft(x, 16, 4, window: Window, pad_mode: PaddingModes.Constant, return_complex: true)));
        g.Add("stft/normalized", x => stft(x, 16, 4, window: Window, normalized: true, return_complex: false));
        g.Add("stft/two_sided", x => R(stft(x, 16, 4, window: Window, onesided: false, return_complex: true)));
        g.Add("stft/odd", x => R(stft(x, 15, 4, return_complex: true)));
        g.Add("stft/one", x => R(x.stft(16, 4, window: Window, return_complex: true)));
        g.Add("stft/window_gradient", (x, v) => R(stft(x, 8, 4, window: v, return_complex: true)));
        g.Add("stft/power", x => stft(x, 16, 4, window: Window, return_complex: true).abs().pow(2));
        g.Add("istft/window", z => istft(C(z), 16, 4, 16, Window));
        g.Add("istft/length", z => istft(C(z), 16, 4, 16, Window, length: 20));
        g.Add("istft/normalized", z => istft(C(z), 16, 4, window: Window, normalized: true));
        g.Add("istft/short_window", z => istft(C(z), 16, 4, 12, hann_window(12)));
        g.Add("istft/not_centred", z => istft(C(z), 16, 4, window: hamming_window(16), center: false));
        g.Add("istft/no_window", z => C(z).istft(16));
        g.Add("istft/two_sided", z => istft(C(z), 8, 2, window: hann_window(8), onesided: false));
        g.Add("istft/round_trip", x => istft(stft(x, 16, 4, window: Window, return_complex: true), 16, 4, window: Window, length: 50));
    }

    private static void AddHalves(ParityGroup g, string name, ScalarType type)
    {
        g.Add($"{name}/round", x => x.to(type).@float());
        g.Add($"{name}/double", x => x.to(type).@double());
        g.Add($"{name}/int", x => x.to(type).@int());
        g.Add($"{name}/exp", x => x.to(type).exp().@float());
        g.Add($"{name}/neg", x => (-x.to(type)).@float());
        g.Add($"{name}/abs", x => x.to(type).abs().@float());
        g.Add($"{name}/scaled", x => (x.to(type) * 2.5).@float());
        g.Add($"{name}/sum", x => x.to(type).sum(dim: 1).@float());
        g.Add($"{name}/max", x => x.to(type).max(1).values.@float());
        g.Add($"{name}/transposed", x => x.to(type).t().contiguous().@float());
        g.Add($"{name}/select", x => x.to(type)[1].@float());
        g.Add($"{name}/cat", x => cat([x.to(type), x.to(type)]).@float());
        g.Add($"{name}/add", (x, y) => (x.to(type) + y.to(type)).@float());
        g.Add($"{name}/sub", (x, y) => (x.to(type) - y.to(type)).@float());
        g.Add($"{name}/mul", (x, y) => (x.to(type) * y.to(type)).@float());
        g.Add($"{name}/div", (x, y) => (x.to(type) / y.to(type)).@float());
        g.Add($"{name}/less", (x, y) => x.to(type) < y.to(type));
        g.Add($"{name}/promoted", (x, y) => x.to(type) + y);
    }

    private static void AddIntegers(ParityGroup g, string name, ScalarType type)
    {
        g.Add($"{name}/add", (x, y) => (x.to(type) + y.to(type)).@int());
        g.Add($"{name}/mul", (x, y) => (x.to(type) * y.to(type)).@int());
        g.Add($"{name}/sub_wraps", (x, y) => ((x.to(type) * 100) - y.to(type)).@int());
        g.Add($"{name}/less", (x, y) => x.to(type) < y.to(type));
        g.Add($"{name}/floor_divide", (x, y) => x.to(type).div(y.to(type) + 20, RoundingMode.floor).@int());
        g.Add($"{name}/div", (x, y) => x.to(type) / (y.to(type) + 20));
        g.Add($"{name}/maximum", (x, y) => maximum(x.to(type), y.to(type)).@int());
        g.Add($"{name}/sum", x => x.to(type).sum(dim: 0));
        g.Add($"{name}/max", x => x.to(type).max(0).values.@int());
        g.Add($"{name}/sort", x => x.to(type).sort().Values.@int());
        g.Add($"{name}/beside_uint8", (x, y) => (x.to(type) + y.to(ScalarType.Byte)).@int());
        g.Add($"{name}/beside_float", (x, y) => x.to(type) + y);
    }
}
