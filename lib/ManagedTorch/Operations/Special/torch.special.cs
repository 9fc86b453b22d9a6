using ManagedTorch.Operations;
using MathNetFunctions = MathNet.Numerics.SpecialFunctions;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Special functions of each element; integers become floats. Computed in Float64 and rounded once.</summary>
    public static class special
    {
        /// <summary>The derivative of the logarithm of gamma(x). Gradient: polygamma(1, x) g.</summary>
        public static Tensor digamma(Tensor input) => input.digamma();

        /// <summary>The same as <see cref="digamma"/>.</summary>
        public static Tensor psi(Tensor input) => input.digamma();

        /// <summary>The entropy -x log(x); 0 at 0 and minus infinity below. Gradient: -(log(x) + 1) g.</summary>
        public static Tensor entr(Tensor input) => Unary.ByElement("entr", input,
            v => v > 0 ? -v * Math.Log(v) : v == 0 ? 0 : double.IsNaN(v) ? v : double.NegativeInfinity, (g, x, y) => g * (-1 - x.log()));

        /// <summary>2 / sqrt(pi) times the integral of exp(-t²) from 0 to x. Gradient: 2 / sqrt(pi) exp(-x²) g.</summary>
        public static Tensor erf(Tensor input) => input.erf();

        /// <summary>1 - erf(x), exact in the tail. Gradient: -2 / sqrt(pi) exp(-x²) g.</summary>
        public static Tensor erfc(Tensor input) => input.erfc();

        /// <summary>exp(x²) erfc(x), without overflow on the right. Gradient: (2 x y - 2 / sqrt(pi)) g.</summary>
        public static Tensor erfcx(Tensor input) => Unary.ByElement("erfcx", input, ErrorFunctions.ScaledComplement,
            (g, x, y) => g * ((2.0 * x * y) - 1.1283791670955126));

        /// <summary>The inverse of erf. Gradient: sqrt(pi) / 2 exp(y²) g.</summary>
        public static Tensor erfinv(Tensor input) => input.erfinv();

        /// <summary>2^x. Gradient: log(2) y g.</summary>
        public static Tensor exp2(Tensor input) => input.exp2();

        /// <summary>The logistic function 1 / (1 + exp(-x)). Gradient: y (1 - y) g.</summary>
        public static Tensor expit(Tensor input) => input.sigmoid();

        /// <summary>exp(x) - 1, exact near 0. Gradient: (y + 1) g.</summary>
        public static Tensor expm1(Tensor input) => input.expm1();

        /// <summary>The share P(a, x) of the gamma function's integral below x; input holds a and other x. Gradient of x:
        /// x^(a - 1) exp(-x) / gamma(a) g; a has none.</summary>
        public static Tensor gammainc(Tensor input, Tensor other) => Binary.Apply<SpecialOperators.LowerGamma>("gammainc", input, other,
            (g, a, x, y) => throw NoSlope("gammainc"), (g, a, x, y) => g * GammaDensity(a, x));

        /// <summary>1 - <see cref="gammainc"/>, exact in the tail. Gradient of x: -x^(a - 1) exp(-x) / gamma(a) g; a has none.</summary>
        public static Tensor gammaincc(Tensor input, Tensor other) => Binary.Apply<SpecialOperators.UpperGamma>("gammaincc", input, other,
            (g, a, x, y) => throw NoSlope("gammaincc"), (g, a, x, y) => (g * GammaDensity(a, x)).neg());

        /// <summary>The logarithm of |gamma(x)|. Gradient: digamma(x) g.</summary>
        public static Tensor gammaln(Tensor input) => input.lgamma();

        /// <summary>The modified Bessel function of the first kind of order 0. Gradient: i1(x) g.</summary>
        public static Tensor i0(Tensor input) => input.i0();

        /// <summary>exp(-|x|) i0(x). Gradient: (i1e(x) - sign(x) y) g.</summary>
        public static Tensor i0e(Tensor input) =>
            Unary.ByElement("i0e", input, v => ScaledBessel(0, v), (g, x, y) => g * (i1e(x) - (x.sign() * y)));

        /// <summary>The modified Bessel function of the first kind of order 1. Gradient: (i0(x) - y / x) g, and g / 2 at 0.</summary>
        public static Tensor i1(Tensor input) => Unary.ByElement("i1", input, MathNetFunctions.BesselI1,
            (g, x, y) => g * torch.where(x == 0, x.full_like(0.5), x.i0() - (y / x)));

        /// <summary>exp(-|x|) i1(x). Gradient: (i0e(x) - y (sign(x) + 1 / x)) g, and g / 2 at 0.</summary>
        public static Tensor i1e(Tensor input) => Unary.ByElement("i1e", input, v => ScaledBessel(1, v),
            (g, x, y) => g * torch.where(x == 0, x.full_like(0.5), i0e(x) - (y * (x.sign() + x.reciprocal()))));

        /// <summary>log(exp(x) / sum of exp(x)) along a dimension. Gradient: g - softmax sum(g).</summary>
        public static Tensor log_softmax(Tensor input, long dim, ScalarType? dtype = null) => input.log_softmax(dim, dtype);

        /// <summary>log(x / (1 - x)). Gradient: g / (x (1 - x)).</summary>
        public static Tensor logit(Tensor input) => input.logit();

        /// <summary>The logarithm of the p-dimensional gamma function: p (p - 1) / 4 log(pi) + the sum over j = 1 ... p of
        /// gammaln(x + (1 - j) / 2), for x above (p - 1) / 2.</summary>
        public static Tensor multigammaln(Tensor input, long p)
        {
            if (p < 1)
                throw new ArgumentOutOfRangeException(nameof(p), $"multigammaln: p must be at least 1, not {p}.");
            if (input.detach().le((p - 1) / 2.0).any().item<bool>())
                throw new ArgumentException($"multigammaln: all elements must be above (p - 1) / 2 = {(p - 1) / 2.0}.");
            var shifts = arange(p, dtype: Floating(input)) * -0.5;
            return (input.unsqueeze(-1) + shifts).lgamma().sum(-1) + (p * (p - 1) / 4.0 * Math.Log(Math.PI));
        }

        /// <summary>The probability that a standard normal number is at most x. Gradient: exp(-x² / 2) / sqrt(2 pi) g.</summary>
        public static Tensor ndtr(Tensor input) => Unary.ByElement("ndtr", input, ErrorFunctions.NormalProbability,
            (g, x, y) => g * (x * x * -0.5).exp() * 0.3989422804014327);

        /// <summary>The inverse of <see cref="ndtr"/>. Gradient: sqrt(2 pi) exp(y² / 2) g.</summary>
        public static Tensor ndtri(Tensor input) => Unary.ByElement("ndtri", input, ErrorFunctions.NormalQuantile,
            (g, x, y) => g * (y * y * 0.5).exp() * 2.5066282746310005);

        /// <summary>The n-th derivative of digamma. Gradient: polygamma(n + 1, x) g.</summary>
        public static Tensor polygamma(long n, Tensor input) => input.polygamma(n);

        /// <summary>The logistic function 1 / (1 + exp(-x)). Gradient: y (1 - y) g.</summary>
        public static Tensor sigmoid(Tensor input) => input.sigmoid();

        /// <summary>The logistic function in place.</summary>
        public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

        /// <summary>sin(pi x) / (pi x), and 1 at 0. Gradient: g (cos(pi x) - y) / x, and 0 at 0.</summary>
        public static Tensor sinc(Tensor input) => input.sinc();

        /// <summary>exp(x) / sum of exp(x) along a dimension. Gradient: y (g - sum(g y)).</summary>
        public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

        /// <summary>x log(1 + y), and 0 where x is 0. Gradients: log(1 + y) g and x / (1 + y) g.</summary>
        public static Tensor xlog1py(Tensor input, Tensor other) =>
            Binary.Apply<SpecialOperators.TimesLogarithmOfOneMore>("xlog1py", input, other,
            (g, x, y, r) => torch.where((x == 0) & (y <= -1), g.zeros_like(), g * y.log1p()), (g, x, y, r) => g * x / (y + 1));

        /// <summary>
        /// Hurwitz's zeta function, the sum over k = 0, 1, ... of (k + q)^-x. Gradient of q: -x zeta(x + 1, q) g; x has none.
        /// </summary>
        public static Tensor zeta(Tensor x, Tensor q) => Binary.Apply<SpecialOperators.HurwitzZeta>("zeta", x, q,
            (g, s, a, y) => throw NoSlope("zeta"), (g, s, a, y) => (g * s * zeta(s + 1, a)).neg());

        private static Tensor GammaDensity(Tensor a, Tensor x) => (((a - 1) * x.log()) - x - a.lgamma()).exp();

        private static double ScaledBessel(int order, double x) => double.IsNaN(x) ? x : double.IsInfinity(x) ? 0
            : Math.Sign(order == 0 ? 1 : x) * MathNetFunctions.BesselIScaled(order, Math.Abs(x));

        private static ScalarType Floating(Tensor x) => ManagedTorch.Core.DTypes.ToFloating(x.Type);

        private static NotSupportedException NoSlope(string name) => new($"{name}: the first argument has no gradient; detach it.");
    }
}
