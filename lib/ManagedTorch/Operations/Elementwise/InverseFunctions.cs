// Functions of one element, y = f(x), with dx = dy f'(x); any shape. f' stands with each function.

using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Inverse sine. Gradient: g / sqrt(1 - x²).</summary>
        public Tensor asin() => Unary.ByElement("asin", this, Math.Asin, (g, x, y) => g * (1 - (x * x)).rsqrt());

        /// <summary>Inverse sine.</summary>
        public Tensor arcsin() => asin();

        /// <summary>Inverse cosine. Gradient: -g / sqrt(1 - x²).</summary>
        public Tensor acos() => Unary.ByElement("acos", this, Math.Acos, (g, x, y) => (g * (1 - (x * x)).rsqrt()).neg());

        /// <summary>Inverse cosine.</summary>
        public Tensor arccos() => acos();

        /// <summary>Inverse tangent. Gradient: g / (1 + x²).</summary>
        public Tensor atan() => Unary.ByElement("atan", this, Math.Atan, (g, x, y) => g / (1 + (x * x)));

        /// <summary>Inverse tangent.</summary>
        public Tensor arctan() => atan();

        /// <summary>Inverse hyperbolic sine. Gradient: g / sqrt(x² + 1).</summary>
        public Tensor asinh() => Unary.ByElement("asinh", this, Math.Asinh, (g, x, y) => g * ((x * x) + 1).rsqrt());

        /// <summary>Inverse hyperbolic sine.</summary>
        public Tensor arcsinh() => asinh();

        /// <summary>Inverse hyperbolic cosine. Gradient: g / sqrt(x² - 1).</summary>
        public Tensor acosh() => Unary.ByElement("acosh", this, Math.Acosh, (g, x, y) => g * ((x * x) - 1).rsqrt());

        /// <summary>Inverse hyperbolic cosine.</summary>
        public Tensor arccosh() => acosh();

        /// <summary>Inverse hyperbolic tangent. Gradient: g / (1 - x²).</summary>
        public Tensor atanh() => Unary.ByElement("atanh", this, Math.Atanh, (g, x, y) => g / (1 - (x * x)));

        /// <summary>Inverse hyperbolic tangent.</summary>
        public Tensor arctanh() => atanh();

        /// <summary>sin(pi x) / (pi x), and 1 at 0. Gradient: g (cos(pi x) - y) / x, and 0 at 0.</summary>
        public Tensor sinc() => Unary.ByElement("sinc", this, v => v == 0 ? 1 : Math.Sin(Math.PI * v) / (Math.PI * v),
            (g, x, y) => torch.where(x == 0, g.zeros_like(), g * ((x * Math.PI).cos() - y) / x));

        /// <summary>1 - erf(x), exact in the tail. Gradient: -2 / sqrt(pi) exp(-x²) g.</summary>
        public Tensor erfc() => Unary.ByElement("erfc", this, MathNet.Numerics.SpecialFunctions.Erfc,
            (g, x, y) => g * (x * x).neg().exp() * -1.1283791670955126);

        /// <summary>The inverse of erf. Gradient: sqrt(pi) / 2 exp(y²) g.</summary>
        public Tensor erfinv() => Unary.ByElement("erfinv", this, ManagedTorch.Operations.SpecialFunctions.InverseError,
            (g, x, y) => g * (y * y).exp() * 0.88622692545275801);

        /// <summary>Logarithm of |gamma(x)|. Gradient: digamma(x) g.</summary>
        public Tensor lgamma() =>
            Unary.ByElement("lgamma", this, ManagedTorch.Operations.SpecialFunctions.LogGamma, (g, x, y) => g * x.digamma());

        /// <summary>The derivative of lgamma. Gradient: polygamma(1, x) g.</summary>
        public Tensor digamma() =>
            Unary.ByElement("digamma", this, ManagedTorch.Operations.SpecialFunctions.Digamma, (g, x, y) => g * x.polygamma(1));

        /// <summary>The p-th derivative of digamma. Gradient: the next one.</summary>
        public Tensor polygamma(long p) => p == 0 ? digamma() : Unary.ByElement("polygamma", this,
            v => ManagedTorch.Operations.SpecialFunctions.Polygamma(p, v), (g, x, y) => g * x.polygamma(p + 1));

        /// <summary>The modified Bessel function of the first kind of order 0. Gradient: i1(x) g.</summary>
        public Tensor i0() => Unary.ByElement("i0", this, MathNet.Numerics.SpecialFunctions.BesselI0, (g, x, y) =>
            g * Unary.ByElement("i1", x, MathNet.Numerics.SpecialFunctions.BesselI1, null));
    }
}
