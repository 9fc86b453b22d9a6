using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>real + i imag, broadcast; both Float32 or both Float64.</summary>
    public static Tensor complex(Tensor real, Tensor imag)
    {
        Errors.RequireType("complex", real, imag);
        if (real.Type is not (ScalarType.Float32 or ScalarType.Float64))
            throw new InvalidOperationException($"complex: the parts must be Float32 or Float64, not {real.Type}.");
        var shape = Layout.Broadcast("complex", real.Sizes, imag.Sizes);
        return stack([real.expand(shape), imag.expand(shape)], -1).view_as_complex();
    }

    /// <summary>abs (cos(angle) + i sin(angle)), broadcast.</summary>
    public static Tensor polar(Tensor abs, Tensor angle) => complex(abs * angle.cos(), abs * angle.sin());

    /// <summary>The real part of complex numbers as a view; real numbers as they are.</summary>
    public static Tensor real(Tensor input) => input.real;

    /// <summary>The imaginary part of complex numbers as a view.</summary>
    public static Tensor imag(Tensor input) => input.imag;

    /// <summary>The angle of each number in radians.</summary>
    public static Tensor angle(Tensor input) => input.angle();

    /// <summary>a - ib of each a + ib.</summary>
    public static Tensor conj(Tensor input) => input.conj();

    /// <summary>a - ib of each a + ib.</summary>
    public static Tensor conj_physical(Tensor input) => input.conj_physical();

    /// <summary>Complex (...) as real (..., 2).</summary>
    public static Tensor view_as_real(Tensor input) => input.view_as_real();

    /// <summary>Real (..., 2) as complex (...).</summary>
    public static Tensor view_as_complex(Tensor input) => input.view_as_complex();

    /// <summary>True for complex numbers.</summary>
    public static bool is_complex(Tensor input) => input.is_complex();

    /// <summary>True for complex numbers.</summary>
    public static bool is_complex(ScalarType type) => DTypes.IsComplex(type);
}
