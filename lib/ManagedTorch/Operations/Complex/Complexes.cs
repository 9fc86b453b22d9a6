using System.Numerics;
using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Threading;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// Complex numbers, as far as Fourier transforms need them. A complex tensor of shape (...) and a real one of shape (..., 2) can share
/// a buffer. Gradients are those of PyTorch: for a real loss L and z = a + ib, dL/da + i dL/db.
/// </summary>
internal static unsafe class Complexes
{
    private const long Grain = 16384;

    public static NotSupportedException None(string name, ScalarType type) =>
        new($"{name}: there is no form for {type}; use real, imag or abs(), or view_as_real().");

    /// <summary>(...) complex seen as (..., 2) real; shares the elements, without history.</summary>
    public static Tensor Parts(Tensor x) => new(x.Storage.Retain(), DTypes.PartOf(x.Type), [.. x.Sizes, 2],
        [.. x.Strides.Select(stride => 2 * stride), 1], 2 * x.Offset) { IsView = true };

    /// <summary>(..., 2) real seen as (...) complex, or a copy of it when the pairs do not lie together; without history.</summary>
    public static Tensor FromParts(Tensor x)
    {
        if (x.Rank == 0 || x.Sizes[^1] != 2 || !(x.Type is ScalarType.Float32 or ScalarType.Float64))
            throw Errors.Shape("view_as_complex", x.Sizes, $"it needs Float32 or Float64 of shape (..., 2), not {x.Type}");
        var paired = x.Strides[^1] == 1 && x.Offset % 2 == 0 && x.Strides[..^1].All(stride => stride % 2 == 0);
        if (!paired)
        {
            using var copy = x.Copy();
            return FromParts(copy);
        }

        return new(x.Storage.Retain(), DTypes.ComplexOf(x.Type), x.Sizes[..^1], [.. x.Strides[..^1].Select(stride => stride / 2)],
            x.Offset / 2)
        {
            IsView = true,
        };
    }

    /// <summary>A change of type from or to complex numbers; a real result keeps the real part.</summary>
    public static Tensor Cast(Tensor source, ScalarType type)
    {
        if (!DTypes.IsComplex(source.Type))
        {
            var parts = Tensor.Zeros([.. source.Sizes, 2], DTypes.PartOf(type));
            using (parts)
            {
                using var real = parts.ViewOf(parts.Sizes[..^1], parts.Strides[..^1], parts.Offset);
                using var cast = Casts.To(source, parts.Type);
                Tensor.CopyElements(cast, real);
                return FromParts(parts);
            }
        }

        using var numbers = Parts(source);
        if (DTypes.IsComplex(type))
        {
            using var cast = Casts.To(numbers, DTypes.PartOf(type));
            return FromParts(cast);
        }

        using var realPart = numbers.ViewOf(numbers.Sizes[..^1], numbers.Strides[..^1], numbers.Offset);
        using var ordered = realPart.Copy();
        return Casts.To(ordered, type);
    }

    /// <summary>a - ib of each a + ib; real numbers are returned as they are. With history.</summary>
    public static Tensor Conjugate(Tensor x)
    {
        if (!DTypes.IsComplex(x.Type))
            return x.Same();
        using var signs = Creation.FromArray<double>([1, -1], [2], DTypes.PartOf(x.Type), null, false);
        return (x.view_as_real() * signs).view_as_complex();
    }

    /// <summary>|z| = sqrt(a² + b²). Gradient: g z / |z|, and 0 at 0.</summary>
    public static Tensor Magnitude(Tensor x)
    {
        var result = Map(x, (re, im) => double.Hypot(re, im));
        if (Tape.Open("abs", x) is not { } node)
            return result;
        var (saved, savedResult) = (node.Save(x), node.Save(result));
        node.Define(g =>
        {
            var scale = where(savedResult.Value == 0, g[0]!.zeros_like(), g[0]! / savedResult.Value);
            return [(saved.Value.view_as_real() * scale.unsqueeze(-1)).view_as_complex()];
        });
        return node.Close(result);
    }

    /// <summary>The angle atan2(b, a) in (-π, π]. Gradient: g (-b + ia) / |z|², and 0 at 0.</summary>
    public static Tensor Angle(Tensor x)
    {
        var result = Map(x, (re, im) => Math.Atan2(im, re));
        if (Tape.Open("angle", x) is not { } node)
            return result;
        var saved = node.Save(x);
        node.Define(g =>
        {
            var (re, im) = (saved.Value.real, saved.Value.imag);
            var square = (re * re) + (im * im);
            var scale = where(square == 0, g[0]!.zeros_like(), g[0]! / square);
            return [complex((im * scale).neg(), re * scale)];
        });
        return node.Close(result);
    }

    /// <summary>Sum, difference, product or quotient; the result is contiguous.</summary>
    public static void Into<TOp>(Tensor a, Tensor b, Tensor result) where TOp : IBinaryOperator
    {
        var walk = new StridedPair(result.Sizes, a, b);
        if (result.Type == ScalarType.ComplexFloat64)
        {
            Complex* x = a.Pointer<Complex>(), y = b.Pointer<Complex>(), z = result.Pointer<Complex>();
            walk.ForEachRow((i, j, o, n) =>
            {
                for (long k = 0; k < n; k++)
                    z[o + k] = Apply<TOp>(x[i + (k * walk.StepA)], y[j + (k * walk.StepB)]);
            });
        }
        else
        {
            (float Re, float Im)* x = a.Pointer<(float, float)>(), y = b.Pointer<(float, float)>(), z = result.Pointer<(float, float)>();
            walk.ForEachRow((i, j, o, n) =>
            {
                for (long k = 0; k < n; k++)
                {
                    var (p, q) = (x[i + (k * walk.StepA)], y[j + (k * walk.StepB)]);
                    var r = Apply<TOp>(new Complex(p.Re, p.Im), new Complex(q.Re, q.Im));
                    z[o + k] = ((float)r.Real, (float)r.Imaginary);
                }
            });
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
    }

    /// <summary>Whether elements are equal, or unequal: complex numbers have no order.</summary>
    public static Tensor Ask<TQuestion>(string name, Tensor a, Tensor b, ScalarType type, long[] shape)
    {
        if (typeof(TQuestion) != typeof(Comparison.Equal) && typeof(TQuestion) != typeof(Comparison.NotEqual))
            throw None(name, type);
        using var x = Casts.To(a, type);
        using var y = Casts.To(b, type);
        using var p = Parts(x);
        using var q = Parts(y);
        using var same = Comparison.Ask<Comparison.Equal>(name, p, q);
        var result = Tensor.Empty(shape, ScalarType.Bool);
        byte* from = same.Pointer<byte>(), to = result.Pointer<byte>();
        var whenEqual = (byte)(typeof(TQuestion) == typeof(Comparison.Equal) ? 1 : 0);
        for (long i = 0, n = result.Count; i < n; i++)
            to[i] = (byte)((from[2 * i] & from[(2 * i) + 1]) == 1 ? whenEqual : 1 - whenEqual);
        GC.KeepAlive(same);
        return result;
    }

    private static Complex Apply<TOp>(Complex a, Complex b) where TOp : IBinaryOperator =>
        typeof(TOp) == typeof(BinaryOperators.Add) ? a + b :
        typeof(TOp) == typeof(BinaryOperators.Subtract) ? a - b :
        typeof(TOp) == typeof(BinaryOperators.Multiply) ? a * b :
        typeof(TOp) == typeof(BinaryOperators.Divide) ? a / b :
        throw new NotSupportedException(
            $"{typeof(TOp).Name}: there is no form for complex numbers; use real, imag or abs(), or view_as_real().");

    private static Tensor Map(Tensor x, Func<double, double, double> function)
    {
        using var ordered = x.InOrder();
        using var parts = Parts(ordered);
        var result = Tensor.Empty(x.Sizes, parts.Type);
        if (parts.Type == ScalarType.Float32)
        {
            float* p = parts.Pointer<float>(), y = result.Pointer<float>();
            WorkerPool.ForRange(result.Count, Grain, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    y[i] = (float)function(p[2 * i], p[(2 * i) + 1]);
            });
        }
        else
        {
            double* p = parts.Pointer<double>(), y = result.Pointer<double>();
            WorkerPool.ForRange(result.Count, Grain, (start, end) =>
            {
                for (var i = start; i < end; i++)
                    y[i] = function(p[2 * i], p[(2 * i) + 1]);
            });
        }

        GC.KeepAlive(parts);
        return result;
    }
}
