using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Kernels;
using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Discrete Fourier transforms along one dimension, with w = exp(-2πi / n) and a factor s that the norm decides:
///     forward y_k = s Σ_j x_j w^(jk),    inverse x_j = s Σ_k y_k w^(-jk).
/// As y = A x, the gradient of x is A^H g: the transform in the other direction with the same factor. For a real input it is the real
/// part of that; where half of a Hermitian spectrum stands for all of it, the doubled elements count twice.
/// </summary>
internal static unsafe class FourierTransforms
{
    /// <summary>The longest transform.</summary>
    public const long Longest = 1 << 29;

    /// <summary>Complex to complex; a real input is converted. n cuts the dimension off or fills it up with zeros; -1 leaves it.</summary>
    public static Tensor Complex(string name, Tensor x, long n, long dim, FFTNormType norm, bool inverse)
    {
        var (input, at) = Prepared(name, DTypes.IsComplex(x.Type) ? x : x.to_type(DTypes.ComplexOf(RealType(name, x))), n, dim);
        return Recorded(name, input, inverse, Scale(norm, inverse, input.Sizes[^1])).movedim([-1], [at]);
    }

    /// <summary>Real to the first n / 2 + 1 elements of its spectrum.</summary>
    public static Tensor RealToHalf(string name, Tensor x, long n, long dim, FFTNormType norm)
    {
        if (DTypes.IsComplex(x.Type))
            throw new InvalidOperationException($"{name}: the input must be real, not {x.Type}; use fft_ for complex numbers.");
        var (input, at) = Prepared(name, x.to_type(RealType(name, x)), n, dim);
        return Recorded(name, input, Scale(norm, false, input.Sizes[^1])).movedim([-1], [at]);
    }

    /// <summary>The first n / 2 + 1 elements of a Hermitian spectrum to n real numbers; n is 2 (length - 1) unless given.</summary>
    public static Tensor HalfToReal(string name, Tensor x, long n, long dim, FFTNormType norm)
    {
        var complex = DTypes.IsComplex(x.Type) ? x : x.to_type(DTypes.ComplexOf(RealType(name, x)));
        var along = Layout.Dimension(dim, x.Rank, name);
        var length = n < 0 && x.Rank > 0 ? 2 * (x.Sizes[along] - 1) : n;
        if (length is < 1 or > Longest)
            throw Errors.Shape(name, x.Sizes, $"there is no transform of {length} numbers along dimension {dim}");
        var (input, at) = Prepared(name, complex, (length / 2) + 1, dim);
        return RecordedInverse(name, input, length, Scale(norm, true, length)).movedim([-1], [at]);
    }

    private static Tensor Recorded(string name, Tensor x, bool inverse, double scale)
    {
        var result = Compute(x, inverse, scale);
        if (Tape.Open(name, x) is not { } node)
            return result;
        node.Define(g => [Compute(g[0]!, !inverse, scale)]);
        return node.Close(result);
    }

    private static Tensor Recorded(string name, Tensor x, double scale)
    {
        var result = ComputeHalf(x, scale);
        if (Tape.Open(name, x) is not { } node)
            return result;
        var n = x.Sizes[^1];
        // The inverse counts the elements between the ends twice, once for their mirror images; the gradient must not.
        node.Define(g => [ComputeReal(g[0]! * MiddleTimes(0.5, n, x.Type), n, scale)]);
        return node.Close(result);
    }

    private static Tensor RecordedInverse(string name, Tensor x, long n, double scale)
    {
        var result = ComputeReal(x, n, scale);
        if (Tape.Open(name, x) is not { } node)
            return result;
        node.Define(g => [ComputeHalf(g[0]!, scale) * MiddleTimes(2, n, g[0]!.Type)]);
        return node.Close(result);
    }

    // Factors of half a spectrum: 1 for elements that are their own mirror image, else the one given.
    private static Tensor MiddleTimes(double factor, long n, ScalarType type)
    {
        var values = new double[(n / 2) + 1];
        Array.Fill(values, factor);
        values[0] = 1;
        if (n % 2 == 0)
            values[^1] = 1;
        return tensor(values, dtype: type);
    }

    private static Tensor Compute(Tensor x, bool inverse, double scale)
    {
        using var input = x.InOrder();
        var result = Tensor.Empty(x.Sizes, x.Type);
        var n = (int)x.Sizes[^1];
        var count = x.Count / n;
        if (x.Type == ScalarType.ComplexFloat32)
            FourierTransform<float>.Complex((float*)input.Bytes, (float*)result.Bytes, count, n, inverse, (float)scale);
        else
            FourierTransform<double>.Complex((double*)input.Bytes, (double*)result.Bytes, count, n, inverse, scale);
        GC.KeepAlive(input);
        return result;
    }

    private static Tensor ComputeHalf(Tensor x, double scale)
    {
        using var input = x.InOrder();
        var n = (int)x.Sizes[^1];
        var result = Tensor.Empty([.. x.Sizes[..^1], (n / 2) + 1], DTypes.ComplexOf(x.Type));
        var count = x.Count / n;
        if (x.Type == ScalarType.Float32)
            FourierTransform<float>.RealToHalf(input.Pointer<float>(), (float*)result.Bytes, count, n, (float)scale);
        else
            FourierTransform<double>.RealToHalf(input.Pointer<double>(), (double*)result.Bytes, count, n, scale);
        GC.KeepAlive(input);
        return result;
    }

    private static Tensor ComputeReal(Tensor x, long n, double scale)
    {
        using var input = x.InOrder();
        var result = Tensor.Empty([.. x.Sizes[..^1], n], DTypes.PartOf(x.Type));
        var count = x.Count / x.Sizes[^1];
        if (x.Type == ScalarType.ComplexFloat32)
            FourierTransform<float>.HalfToReal((float*)input.Bytes, result.Pointer<float>(), count, (int)n, (float)scale);
        else
            FourierTransform<double>.HalfToReal((double*)input.Bytes, result.Pointer<double>(), count, (int)n, scale);
        GC.KeepAlive(input);
        return result;
    }

    // The dimension last and of the wanted length, and where it was.
    private static (Tensor Input, long At) Prepared(string name, Tensor x, long n, long dim)
    {
        if (x.Rank == 0)
            throw Errors.Shape(name, x.Sizes, "it needs at least one dimension");
        var at = Layout.Dimension(dim, x.Rank, name);
        var moved = x.movedim([at], [-1]);
        var length = n < 0 ? moved.Sizes[^1] : n;
        if (length is < 1 or > Longest)
            throw Errors.Shape(name, x.Sizes, $"there is no transform of {length} numbers along dimension {dim}");
        if (length < moved.Sizes[^1])
            moved = moved.narrow(-1, 0, length);
        else if (length > moved.Sizes[^1])
            moved = cat([moved, zeros([.. moved.Sizes[..^1], length - moved.Sizes[^1]], moved.Type)], -1);
        return (moved, at);
    }

    private static ScalarType RealType(string name, Tensor x) => DTypes.IsReduced(x.Type)
        ? throw new NotSupportedException($"{name}: there is no form for {x.Type}; convert the tensor with to(ScalarType.Float32).")
        : DTypes.ToFloating(x.Type);

    private static double Scale(FFTNormType norm, bool inverse, long n) => norm switch
    {
        FFTNormType.Ortho => 1 / Math.Sqrt(n),
        FFTNormType.Forward => inverse ? 1 : 1.0 / n,
        _ => inverse ? 1.0 / n : 1,
    };
}
