// tan: dx = dy (1 + y²); sinh: dx = dy cosh(x); cosh: dx = dy sinh(x); exp2: dx = dy y log 2; logit: dx = dy / (x (1 - x)); any shape.

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Tangent.</summary>
        public Tensor tan() => sin() / cos();

        /// <summary>Hyperbolic sine.</summary>
        public Tensor sinh()
        {
            // Through exp(x) - 1: the difference of exp(x) and exp(-x) loses its digits near 0.
            var grown = expm1();
            return torch.where(abs() < 1, (grown + (grown / (grown + 1))) * 0.5, (exp() - neg().exp()) * 0.5);
        }

        /// <summary>Hyperbolic cosine.</summary>
        public Tensor cosh() => (exp() + neg().exp()) * 0.5;

        /// <summary>2 to each element.</summary>
        public Tensor exp2() => (this * 0.69314718055994531).exp();

        /// <summary>log(x / (1 - x)); elements are first limited to [eps, 1 - eps] when eps is given.</summary>
        public Tensor logit(double? eps = null)
        {
            var x = eps is { } margin ? clamp(margin, 1 - margin) : this;
            return (x / (1 - x)).log();
        }
    }

    /// <summary>Tangent.</summary>
    public static Tensor tan(Tensor input) => input.tan();

    /// <summary>Hyperbolic sine.</summary>
    public static Tensor sinh(Tensor input) => input.sinh();

    /// <summary>Hyperbolic cosine.</summary>
    public static Tensor cosh(Tensor input) => input.cosh();

    /// <summary>2 to each element.</summary>
    public static Tensor exp2(Tensor input) => input.exp2();

    /// <summary>log(x / (1 - x)).</summary>
    public static Tensor logit(Tensor input, double? eps = null) => input.logit(eps);

    /// <summary>The type of a result of elements of two types.</summary>
    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => ManagedTorch.Core.DTypes.Promote(type1, type2);

    /// <summary>The type of a result of two tensors.</summary>
    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) =>
        ManagedTorch.Operations.Elementwise.ResultType(tensor1, tensor2);
}
