using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The real part of complex numbers as a view; real numbers as they are.</summary>
        public Tensor real => is_complex() ? view_as_real().select(-1, 0) : Same();

        /// <summary>The imaginary part of complex numbers as a view.</summary>
        /// <exception cref="InvalidOperationException">The numbers are real.</exception>
        public Tensor imag => is_complex() ? view_as_real().select(-1, 1)
            : throw new InvalidOperationException($"imag: the tensor holds {dtype}, not complex numbers.");

        /// <summary>The angle of each number in radians: in (-π, π] for complex numbers, 0 or π for real ones.</summary>
        public Tensor angle() =>
            is_complex() ? Complexes.Angle(this) : torch.where(this < 0, Math.PI, 0.0).to_type(DTypes.ToFloating(Type));

        /// <summary>a - ib of each a + ib; real numbers as they are.</summary>
        public Tensor conj() => Complexes.Conjugate(this);

        /// <summary>a - ib of each a + ib; real numbers as they are.</summary>
        public Tensor conj_physical() => Complexes.Conjugate(this);

        /// <summary>Complex (...) as real (..., 2), a view: the real and the imaginary part.</summary>
        public Tensor view_as_real()
        {
            if (!is_complex())
                throw new InvalidOperationException($"view_as_real: the tensor holds {dtype}, not complex numbers.");
            var result = Complexes.Parts(this);
            if (Tape.Open("view_as_real", this) is not { } node)
                return result;
            node.Define(g => [Complexes.FromParts(g[0]!)]);
            return node.Close(result);
        }

        /// <summary>Real (..., 2) as complex (...), a view where the pairs lie together and else a copy.</summary>
        /// <exception cref="ArgumentException">The last dimension is not 2, or the type is not Float32 or Float64.</exception>
        public Tensor view_as_complex()
        {
            var result = Complexes.FromParts(this);
            if (Tape.Open("view_as_complex", this) is not { } node)
                return result;
            node.Define(g => [Complexes.Parts(g[0]!)]);
            return node.Close(result);
        }
    }
}
