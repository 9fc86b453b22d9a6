using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>True where the elements are equal.</summary>
        public Tensor eq(Tensor target) => Comparison.Ask<Comparison.Equal>("eq", this, target);

        /// <summary>True where the elements are equal.</summary>
        public Tensor eq(Scalar target) => With(target, (a, b) => a.eq(b));

        /// <summary>True where the elements differ.</summary>
        public Tensor ne(Tensor target) => Comparison.Ask<Comparison.NotEqual>("ne", this, target);

        /// <summary>True where the elements differ.</summary>
        public Tensor ne(Scalar target) => With(target, (a, b) => a.ne(b));

        /// <summary>True where the element is smaller.</summary>
        public Tensor lt(Tensor target) => Comparison.Ask<Comparison.Less>("lt", this, target);

        /// <summary>True where the element is smaller.</summary>
        public Tensor lt(Scalar target) => With(target, (a, b) => a.lt(b));

        /// <summary>True where the element is not larger.</summary>
        public Tensor le(Tensor target) => Comparison.Ask<Comparison.LessOrEqual>("le", this, target);

        /// <summary>True where the element is not larger.</summary>
        public Tensor le(Scalar target) => With(target, (a, b) => a.le(b));

        /// <summary>True where the element is larger.</summary>
        public Tensor gt(Tensor target) => Comparison.Ask<Comparison.Greater>("gt", this, target);

        /// <summary>True where the element is larger.</summary>
        public Tensor gt(Scalar target) => With(target, (a, b) => a.gt(b));

        /// <summary>True where the element is not smaller.</summary>
        public Tensor ge(Tensor target) => Comparison.Ask<Comparison.GreaterOrEqual>("ge", this, target);

        /// <summary>True where the element is not smaller.</summary>
        public Tensor ge(Scalar target) => With(target, (a, b) => a.ge(b));

        /// <summary>True where both elements are not zero.</summary>
        public Tensor logical_and(Tensor other) => Comparison.Ask<Comparison.And>("logical_and", this, other);

        /// <summary>True where an element is not zero.</summary>
        public Tensor logical_or(Tensor other) => Comparison.Ask<Comparison.Or>("logical_or", this, other);

        /// <summary>True where exactly one element is not zero.</summary>
        public Tensor logical_xor(Tensor other) => Comparison.Ask<Comparison.Xor>("logical_xor", this, other);

        /// <summary>True where the element is zero.</summary>
        public Tensor logical_not() => eq(0);

        /// <summary>And of truth values, or of the bits of whole numbers.</summary>
        public Tensor bitwise_and(Tensor other) => Binary.Bits<FurtherOperators.BitAnd>("bitwise_and", this, other);

        /// <summary>Or of truth values, or of the bits of whole numbers.</summary>
        public Tensor bitwise_or(Tensor other) => Binary.Bits<FurtherOperators.BitOr>("bitwise_or", this, other);

        /// <summary>Exclusive or of truth values, or of the bits of whole numbers.</summary>
        public Tensor bitwise_xor(Tensor other) => Binary.Bits<FurtherOperators.BitXor>("bitwise_xor", this, other);

        /// <summary>Not of truth values, or of the bits of whole numbers: -1 - x.</summary>
        public Tensor bitwise_not() => Type == ScalarType.Bool ? logical_not()
            : is_floating_point() ? throw new InvalidOperationException($"bitwise_not: it takes whole numbers or truth values, not {Type}.")
            : Unary.Keeping("bitwise_not", this, null, null, v => ~v, null);

        /// <summary>True where the element is not a number.</summary>
        public Tensor isnan() => ne(this);

        /// <summary>True where the element is infinite.</summary>
        public Tensor isinf() => abs().eq(double.PositiveInfinity);

        /// <summary>True where the element is neither infinite nor not a number.</summary>
        public Tensor isfinite() => abs().lt(double.PositiveInfinity);

        /// <summary>True where |this - other| is at most atol + rtol * |other|.</summary>
        public Tensor isclose(Tensor other, double rtol = 1E-05, double atol = 1E-08, bool nanEqual = false)
        {
            var difference = (this - other).abs();
            // Nothing but infinity itself is close to infinity.
            var close = (difference.isfinite() & (difference <= (other.abs() * rtol) + atol)) | (this == other);
            return nanEqual ? close | (isnan() & other.isnan()) : close;
        }

        /// <summary>True when every element is close to its partner.</summary>
        public bool allclose(Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false)
        {
            using var scope = NewDisposeScope();
            return isclose(target, rtol, atol, equal_nan).all().item<bool>();
        }

        /// <summary>True where the elements are equal.</summary>
        public Tensor equal(Tensor target) => eq(target);
    }

    /// <summary>True when every element is close to its partner.</summary>
    public static bool allclose(Tensor tensor, Tensor target, double rtol = 1E-05, double atol = 1E-08, bool equal_nan = false) =>
        tensor.allclose(target, rtol, atol, equal_nan);

    /// <summary>True where the element is not a number.</summary>
    public static Tensor isnan(Tensor input) => input.isnan();

    /// <summary>True where the element is zero.</summary>
    public static Tensor logical_not(Tensor input) => input.logical_not();

    /// <summary>The larger of two elements.</summary>
    public static Tensor maximum(Tensor input, Tensor other) => input.maximum(other);

    /// <summary>The smaller of two elements.</summary>
    public static Tensor minimum(Tensor input, Tensor other) => input.minimum(other);

    /// <summary>Elements to a power.</summary>
    public static Tensor pow(Tensor left, Tensor exponent) => left.pow(exponent);

    /// <summary>Elements to a power.</summary>
    public static Tensor pow(Tensor left, Scalar exponent) => left.pow(exponent);

    /// <summary>Elements limited to [min, max].</summary>
    public static Tensor clamp(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp(min, max);
}
