using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The angle of the point (other, this) in (-pi, pi]. Gradients: g x / (x² + y²) and -g y / (x² + y²).</summary>
        public Tensor atan2(Tensor other) => Binary.Apply<FurtherOperators.ArcTangent>("atan2", this, other,
            (g, y, x, r) => g * x / ((x * x) + (y * y)), (g, y, x, r) => (g * y / ((x * x) + (y * y))).neg());

        /// <summary>The angle of the point (other, this) in (-pi, pi].</summary>
        public Tensor arctan2(Tensor other) => atan2(other);

        /// <summary>The angle of the point (other, this) in (-pi, pi].</summary>
        public Tensor arctan(Tensor other) => atan2(other);

        /// <summary>sqrt(this² + other²) without overflow. Gradients: g a / r and g b / r.</summary>
        public Tensor hypot(Tensor other) => Binary.Apply<FurtherOperators.Hypotenuse>("hypot", this, other,
            (g, a, b, r) => g * (a / r), (g, a, b, r) => g * (b / r));

        /// <summary>Remainder with the sign of the dividend. Gradients: g and -g trunc(a / b).</summary>
        public Tensor fmod(Tensor target) => Binary.Apply<FurtherOperators.TruncatedRemainder>("fmod", this, target,
            (g, a, b, r) => g, (g, a, b, r) => (g * (a / b).trunc()).neg(), floating: false);

        /// <summary>Remainder with the sign of the dividend.</summary>
        public Tensor fmod(Scalar scalar) => With(scalar, (a, b) => a.fmod(b));

        /// <summary>The size of this with the sign of other. Gradient: g r / a, 0 where a is 0.</summary>
        public Tensor copysign(Tensor other) => Binary.Apply<FurtherOperators.CopySign>("copysign", this, other,
            (g, a, b, r) => torch.where(a == 0, g.zeros_like(), g * (r / a)), null);

        /// <summary>this * log(y), and 0 where this is 0. Gradients: g log y and g x / y.</summary>
        public Tensor xlogy(Tensor y) => Binary.Apply<FurtherOperators.TimesLogarithm>("xlogy", this, y,
            (g, a, b, r) => torch.where((a == 0) & (b <= 0), g.zeros_like(), g * b.log()), (g, a, b, r) => g * a / b);

        /// <summary>this * log(y), and 0 where this is 0.</summary>
        public Tensor xlogy(Scalar y) => With(y, (a, b) => a.xlogy(b));

        /// <summary>The larger of two elements; a number beats what is not one.</summary>
        public Tensor fmax(Tensor other) => Binary.Apply<FurtherOperators.MaximumNumber>("fmax", this, other,
            (g, a, b, r) => g * ((a >= b) | b.isnan()).to_type(g.Type),
            (g, a, b, r) => g * ((a >= b) | b.isnan()).logical_not().to_type(g.Type), floating: false);

        /// <summary>The smaller of two elements; a number beats what is not one.</summary>
        public Tensor fmin(Tensor other) => Binary.Apply<FurtherOperators.MinimumNumber>("fmin", this, other,
            (g, a, b, r) => g * ((a <= b) | b.isnan()).to_type(g.Type),
            (g, a, b, r) => g * ((a <= b) | b.isnan()).logical_not().to_type(g.Type), floating: false);

        /// <summary>0 below zero, 1 above it, and the element of other at zero. No gradient.</summary>
        public Tensor heaviside(Tensor other)
        {
            Errors.RequireType("heaviside", this, other);
            return Elementwise.Binary<FurtherOperators.Step>("heaviside", this, other);
        }

        /// <summary>The next number towards other. No gradient.</summary>
        public Tensor nextafter(Tensor other) => is_floating_point()
            ? Elementwise.Binary<FurtherOperators.NextAfter>("nextafter", this, other)
            : throw new InvalidOperationException($"nextafter: it takes floats, not {dtype}.");

        /// <summary>log(exp(this) + exp(other)) without overflow.</summary>
        public Tensor logaddexp(Tensor other)
        {
            Tensor top;
            using (no_grad())
            {
                top = maximum(other);
                top = torch.where(top.isfinite(), top, top.zeros_like());
            }

            return ((this - top).exp() + (other - top).exp()).log() + top;
        }

        /// <summary>log2(2^this + 2^other) without overflow.</summary>
        public Tensor logaddexp2(Tensor other) => (this * Math.Log(2)).logaddexp(other * Math.Log(2)) / Math.Log(2);

        /// <summary>this * 2^other.</summary>
        public Tensor ldexp(Tensor other) =>
            this * torch.pow(torch.tensor(2.0, DTypes.ToFloating(Elementwise.ResultType(this, other))), other);

        /// <summary>A power computed in Float64.</summary>
        public Tensor float_power(Tensor target) => to_type(ScalarType.Float64).pow(target.to_type(ScalarType.Float64));

        /// <summary>Greatest common divisor of whole numbers.</summary>
        public Tensor gcd(Tensor other) => Whole("gcd", other);

        /// <summary>Least common multiple of whole numbers.</summary>
        public Tensor lcm(Tensor other)
        {
            var divisor = Whole("lcm", other);
            return ((this * other).abs()).floor_divide(divisor + (divisor == 0).to_type(divisor.Type));
        }

        /// <summary>The part after the point, with the sign of the element.</summary>
        public Tensor frac() => this - trunc();

        /// <summary>Rounded towards zero.</summary>
        public Tensor fix() => trunc();

        /// <summary>-1, 0 or 1.</summary>
        public Tensor sgn() => sign();

        /// <summary>The tensor itself.</summary>
        public Tensor positive() => Type == ScalarType.Bool
            ? throw new InvalidOperationException("positive: truth values have no sign; convert them to numbers.")
            : Same();

        /// <summary>True where the sign bit is set: negative numbers and -0.</summary>
        public Tensor signbit()
        {
            using var noGrad = no_grad();
            return is_floating_point() ? torch.where(this == 0, full_like(1).copysign(this), this) < 0 : this < 0;
        }

        /// <summary>Degrees to radians.</summary>
        public Tensor deg2rad() => this * (Math.PI / 180);

        /// <summary>Radians to degrees.</summary>
        public Tensor rad2deg() => this * (180 / Math.PI);

        /// <summary>
        /// NaN, infinity and minus infinity replaced: by nan, posinf (or the largest number) and neginf (or the smallest).
        /// </summary>
        public Tensor nan_to_num(double nan = 0, double? posinf = null, double? neginf = null)
        {
            if (!is_floating_point())
                return clone();
            var limit = Type == ScalarType.Float64 ? double.MaxValue : float.MaxValue;
            var result = masked_fill(isnan(), nan);
            result = result.masked_fill(eq(double.PositiveInfinity), posinf ?? limit);
            return result.masked_fill(eq(double.NegativeInfinity), neginf ?? -limit);
        }

        /// <summary>True where the element is plus infinity.</summary>
        public Tensor isposinf() => eq(double.PositiveInfinity);

        /// <summary>True where the element is minus infinity.</summary>
        public Tensor isneginf() => eq(double.NegativeInfinity);

        /// <summary>True where the element has no imaginary part.</summary>
        public Tensor isreal() => is_complex() ? imag.eq(0) : ones_like(ScalarType.Bool);

        /// <summary>True where the element is larger.</summary>
        public Tensor greater(Tensor target) => gt(target);

        /// <summary>True where the element is not smaller.</summary>
        public Tensor greater_equal(Tensor target) => ge(target);

        /// <summary>True where the element is smaller.</summary>
        public Tensor less(Tensor target) => lt(target);

        /// <summary>True where the element is not larger.</summary>
        public Tensor less_equal(Tensor target) => le(target);

        /// <summary>True where the elements differ.</summary>
        public Tensor not_equal(Tensor target) => ne(target);

        /// <summary>The elements times 2 to the power of another tensor's, for whole numbers.</summary>
        public Tensor bitwise_left_shift(Tensor other) => Binary.Bits<FurtherOperators.ShiftLeft>("bitwise_left_shift", this, other);

        /// <summary>The elements divided by 2 to the power of another tensor's and rounded down, for whole numbers.</summary>
        public Tensor bitwise_right_shift(Tensor other) => Binary.Bits<FurtherOperators.ShiftRight>("bitwise_right_shift", this, other);

        /// <summary>this + alpha * scalar.</summary>
        public Tensor add(Scalar scalar, Scalar alpha) => With(scalar, (a, b) => a.add(b, alpha));

        /// <summary>Subtracts a number.</summary>
        public Tensor subtract(Scalar target) => sub(target);

        /// <summary>Multiplies by a number.</summary>
        public Tensor multiply(Scalar target) => mul(target);

        /// <summary>Divides by a number.</summary>
        public Tensor divide(Scalar target, RoundingMode rounding_mode = RoundingMode.None) => div(target, rounding_mode);

        /// <summary>Quotient of elements, broadcast, as floats.</summary>
        public Tensor true_divide(Tensor other) => div(other);

        /// <summary>Divides by a number, as floats.</summary>
        public Tensor true_divide(Scalar other) => div(other);

        /// <summary>this + tensor1 / tensor2.</summary>
        public Tensor addcdiv(Tensor tensor1, Tensor tensor2) => addcdiv(tensor1, tensor2, 1);

        /// <summary>
        /// Elements limited to [min, max], which broadcast; null leaves a side open. Where a limit holds, it gets the gradient.
        /// </summary>
        public Tensor clamp(Tensor? min = null, Tensor? max = null)
        {
            if (min is null && max is null)
                throw new ArgumentException("clamp: at least one of min and max must be given.");
            var result = this;
            if (min is not null)
                result = torch.where(result.lt(min), min, result);
            if (max is not null)
                result = torch.where(result.gt(max), max, result);
            return result;
        }

        private Tensor Whole(string name, Tensor other) => DTypes.IsIntegral(Type) && DTypes.IsIntegral(other.Type)
            ? Elementwise.Binary<FurtherOperators.GreatestCommonDivisor>(name, this, other)
            : throw new InvalidOperationException($"{name}: it takes whole numbers, not {Type} and {other.Type}.");
    }
}
