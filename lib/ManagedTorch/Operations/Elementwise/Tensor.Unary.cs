using ManagedTorch.Kernels;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>e to each element.</summary>
        public Tensor exp() =>
            Unary.Floating("exp", this, &VectorMath.Exp, &VectorMath.Exp, (g, x, y) => g * y, savesInput: false, savesOutput: true);

        /// <summary>e to each element, in place.</summary>
        public Tensor exp_() => Arithmetics.InPlace("exp_", this, t => t.exp());

        /// <summary>Natural logarithm.</summary>
        public Tensor log() =>
            Unary.Floating("log", this, &VectorMath.Log, &VectorMath.Log, (g, x, y) => g / x, savesInput: true, savesOutput: false);

        /// <summary>Natural logarithm, in place.</summary>
        public Tensor log_() => Arithmetics.InPlace("log_", this, t => t.log());

        /// <summary>Natural logarithm of one plus each element.</summary>
        public Tensor log1p() =>
            Unary.Floating("log1p", this, &VectorMath.Log1p, &VectorMath.Log1p, (g, x, y) => g / (x + 1), savesInput: true,
                savesOutput: false);

        /// <summary>Natural logarithm of one plus each element, in place.</summary>
        public Tensor log1p_() => Arithmetics.InPlace("log1p_", this, t => t.log1p());

        /// <summary>e to each element, minus one.</summary>
        public Tensor expm1() =>
            Unary.Floating("expm1", this, &VectorMath.Expm1, &VectorMath.Expm1, (g, x, y) => g * (y + 1), savesInput: false,
                savesOutput: true);

        /// <summary>e to each element, minus one, in place.</summary>
        public Tensor expm1_() => Arithmetics.InPlace("expm1_", this, t => t.expm1());

        /// <summary>Square root.</summary>
        public Tensor sqrt() =>
            Unary.Floating("sqrt", this, &VectorMath.Sqrt, &VectorMath.Sqrt, (g, x, y) => g / (y * 2), savesInput: false,
                savesOutput: true);

        /// <summary>Square root, in place.</summary>
        public Tensor sqrt_() => Arithmetics.InPlace("sqrt_", this, t => t.sqrt());

        /// <summary>One over the square root.</summary>
        public Tensor rsqrt() =>
            Unary.Floating("rsqrt", this, &VectorMath.Rsqrt, &VectorMath.Rsqrt, (g, x, y) => g * y * y * y * -0.5, savesInput: false,
                savesOutput: true);

        /// <summary>One over the square root, in place.</summary>
        public Tensor rsqrt_() => Arithmetics.InPlace("rsqrt_", this, t => t.rsqrt());

        /// <summary>One over each element.</summary>
        public Tensor reciprocal() =>
            Unary.Floating("reciprocal", this, &VectorMath.Reciprocal, &VectorMath.Reciprocal, (g, x, y) => g * (y * y).neg(),
                savesInput: false, savesOutput: true);

        /// <summary>One over each element, in place.</summary>
        public Tensor reciprocal_() => Arithmetics.InPlace("reciprocal_", this, t => t.reciprocal());

        /// <summary>Hyperbolic tangent.</summary>
        public Tensor tanh() =>
            Unary.Floating("tanh", this, &VectorMath.Tanh, &VectorMath.Tanh,
                (g, x, y) => Unary.Gradient(g, y, &VectorMath.TanhBackward, &VectorMath.TanhBackward), savesInput: false,
                savesOutput: true);

        /// <summary>Hyperbolic tangent, in place.</summary>
        public Tensor tanh_() => Arithmetics.InPlace("tanh_", this, t => t.tanh());

        /// <summary>1 / (1 + exp(-x)).</summary>
        public Tensor sigmoid() =>
            Unary.Floating("sigmoid", this, &VectorMath.Sigmoid, &VectorMath.Sigmoid,
                (g, x, y) => Unary.Gradient(g, y, &VectorMath.SigmoidBackward, &VectorMath.SigmoidBackward), savesInput: false,
                savesOutput: true);

        /// <summary>1 / (1 + exp(-x)), in place.</summary>
        public Tensor sigmoid_() => Arithmetics.InPlace("sigmoid_", this, t => t.sigmoid());

        /// <summary>Error function.</summary>
        public Tensor erf() =>
            Unary.Floating("erf", this, &VectorMath.Erf, &VectorMath.Erf, (g, x, y) => g * (x * x).neg().exp() * 1.1283791670955126,
                savesInput: true, savesOutput: false);

        /// <summary>Error function, in place.</summary>
        public Tensor erf_() => Arithmetics.InPlace("erf_", this, t => t.erf());

        /// <summary>Sine.</summary>
        public Tensor sin() =>
            Unary.Floating("sin", this, &VectorMath.Sin, &VectorMath.Sin, (g, x, y) => g * x.cos(), savesInput: true, savesOutput: false);

        /// <summary>Sine, in place.</summary>
        public Tensor sin_() => Arithmetics.InPlace("sin_", this, t => t.sin());

        /// <summary>Cosine.</summary>
        public Tensor cos() =>
            Unary.Floating("cos", this, &VectorMath.Cos, &VectorMath.Cos, (g, x, y) => g * x.sin().neg(), savesInput: true,
                savesOutput: false);

        /// <summary>Cosine, in place.</summary>
        public Tensor cos_() => Arithmetics.InPlace("cos_", this, t => t.cos());

        /// <summary>Absolute value.</summary>
        public Tensor abs() => is_complex() ? Complexes.Magnitude(this)
            : Unary.Keeping("abs", this, &VectorMath.Abs, &VectorMath.Abs, Math.Abs, (g, x, y) => g * x.sign(), savesInput: true);

        /// <summary>Absolute value, in place.</summary>
        public Tensor abs_() => Arithmetics.InPlace("abs_", this, t => t.abs());

        /// <summary>The negative of each element.</summary>
        public Tensor neg() => is_complex() ? view_as_real().neg().view_as_complex()
            : Unary.Keeping("neg", this, &VectorMath.Neg, &VectorMath.Neg, v => -v, (g, x, y) => g.neg(), savesInput: false);

        /// <summary>The negative of each element, in place.</summary>
        public Tensor neg_() => Arithmetics.InPlace("neg_", this, t => t.neg());

        /// <summary>-1, 0 or 1.</summary>
        public Tensor sign() => Unary.Keeping("sign", this, &VectorMath.Sign, &VectorMath.Sign, v => Math.Sign(v), null, savesInput: false);

        /// <summary>-1, 0 or 1, in place.</summary>
        public Tensor sign_() => Arithmetics.InPlace("sign_", this, t => t.sign());

        /// <summary>Rounded down.</summary>
        public Tensor floor() => Unary.Keeping("floor", this, &VectorMath.Floor, &VectorMath.Floor, v => v, null, savesInput: false);

        /// <summary>Rounded down, in place.</summary>
        public Tensor floor_() => Arithmetics.InPlace("floor_", this, t => t.floor());

        /// <summary>Rounded up.</summary>
        public Tensor ceil() => Unary.Keeping("ceil", this, &VectorMath.Ceil, &VectorMath.Ceil, v => v, null, savesInput: false);

        /// <summary>Rounded up, in place.</summary>
        public Tensor ceil_() => Arithmetics.InPlace("ceil_", this, t => t.ceil());

        /// <summary>The larger of each element and zero.</summary>
        public Tensor relu() =>
            Unary.Keeping("relu", this, &VectorMath.Relu, &VectorMath.Relu, v => Math.Max(v, 0),
                (g, x, y) => Unary.Gradient(g, y, &VectorMath.ReluBackward, &VectorMath.ReluBackward), savesInput: false,
                savesOutput: true);

        /// <summary>The larger of each element and zero, in place.</summary>
        public Tensor relu_() => Arithmetics.InPlace("relu_", this, t => t.relu());

        /// <summary>Each element times itself.</summary>
        public Tensor square() =>
            Unary.Keeping("square", this, &VectorMath.Square, &VectorMath.Square, v => v * v, (g, x, y) => g * x * 2, savesInput: true);

        /// <summary>Rounded to a number of decimals, halves to even.</summary>
        public Tensor round(long decimals = 0)
        {
            if (decimals == 0)
                return Unary.Keeping("round", this, &VectorMath.Round, &VectorMath.Round, v => v, null);
            var scale = Math.Pow(10, decimals);
            return (this * scale).round() / scale;
        }

        /// <summary>Rounded towards zero.</summary>
        public Tensor trunc() => torch.where(this < 0, ceil(), floor());

        /// <summary>The negative of each element.</summary>
        public Tensor negative() => neg();

        /// <summary>Absolute value.</summary>
        public Tensor absolute() => abs();

        /// <summary>Base-2 logarithm.</summary>
        public Tensor log2() => log() * 1.4426950408889634;

        /// <summary>Base-10 logarithm.</summary>
        public Tensor log10() => log() * 0.43429448190325182;
    }

    /// <summary>e to each element.</summary>
    public static Tensor exp(Tensor input) => input.exp();

    /// <summary>Natural logarithm.</summary>
    public static Tensor log(Tensor input) => input.log();

    /// <summary>Natural logarithm of one plus each element.</summary>
    public static Tensor log1p(Tensor input) => input.log1p();

    /// <summary>e to each element, minus one.</summary>
    public static Tensor expm1(Tensor input) => input.expm1();

    /// <summary>Square root.</summary>
    public static Tensor sqrt(Tensor input) => input.sqrt();

    /// <summary>One over the square root.</summary>
    public static Tensor rsqrt(Tensor input) => input.rsqrt();

    /// <summary>One over each element.</summary>
    public static Tensor reciprocal(Tensor input) => input.reciprocal();

    /// <summary>Hyperbolic tangent.</summary>
    public static Tensor tanh(Tensor input) => input.tanh();

    /// <summary>1 / (1 + exp(-x)).</summary>
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    /// <summary>Error function.</summary>
    public static Tensor erf(Tensor input) => input.erf();

    /// <summary>Sine.</summary>
    public static Tensor sin(Tensor input) => input.sin();

    /// <summary>Cosine.</summary>
    public static Tensor cos(Tensor input) => input.cos();

    /// <summary>Absolute value.</summary>
    public static Tensor abs(Tensor input) => input.abs();

    /// <summary>The negative of each element.</summary>
    public static Tensor neg(Tensor input) => input.neg();

    /// <summary>-1, 0 or 1.</summary>
    public static Tensor sign(Tensor input) => input.sign();

    /// <summary>Rounded down.</summary>
    public static Tensor floor(Tensor input) => input.floor();

    /// <summary>Rounded up.</summary>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <summary>Each element times itself.</summary>
    public static Tensor square(Tensor input) => input.square();
}
