using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    // The in-place form of an operation stores its result in the tensor; truth values become 0 and 1 of its type.
    public unsafe partial class Tensor
    {
        /// <summary>Absolute value; in place.</summary>
        public Tensor absolute_() => Arithmetics.InPlace("absolute_", this, t => t.absolute());

        /// <summary>Inverse cosine; in place.</summary>
        public Tensor acos_() => Arithmetics.InPlace("acos_", this, t => t.acos());

        /// <summary>Inverse hyperbolic cosine; in place.</summary>
        public Tensor acosh_() => Arithmetics.InPlace("acosh_", this, t => t.acosh());

        /// <summary>this + alpha * scalar; in place.</summary>
        public Tensor add_(Scalar scalar, Scalar alpha) => Arithmetics.InPlace("add_", this, t => t.add(scalar, alpha));

        /// <summary>beta * this + alpha * (sum over the batch of batch1 x batch2); in place.</summary>
        public Tensor addbmm_(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            Arithmetics.InPlace("addbmm_", this, t => t.addbmm(batch1, batch2, beta, alpha));

        /// <summary>this + tensor1 / tensor2; in place.</summary>
        public Tensor addcdiv_(Tensor tensor1, Tensor tensor2) => Arithmetics.InPlace("addcdiv_", this, t => t.addcdiv(tensor1, tensor2));

        /// <summary>beta * this + alpha * (mat1 mat2); in place.</summary>
        public Tensor addmm_(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) =>
            Arithmetics.InPlace("addmm_", this, t => t.addmm(mat1, mat2, beta, alpha));

        /// <summary>beta * this + alpha * (mat x vec); in place.</summary>
        public Tensor addmv_(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) =>
            Arithmetics.InPlace("addmv_", this, t => t.addmv(mat, vec, beta, alpha));

        /// <summary>beta * this + alpha * (outer product of the vectors); in place.</summary>
        public Tensor addr_(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
            Arithmetics.InPlace("addr_", this, t => t.addr(vec1, vec2, beta, alpha));

        /// <summary>Inverse cosine; in place.</summary>
        public Tensor arccos_() => Arithmetics.InPlace("arccos_", this, t => t.arccos());

        /// <summary>Inverse hyperbolic cosine; in place.</summary>
        public Tensor arccosh_() => Arithmetics.InPlace("arccosh_", this, t => t.arccosh());

        /// <summary>Inverse sine; in place.</summary>
        public Tensor arcsin_() => Arithmetics.InPlace("arcsin_", this, t => t.arcsin());

        /// <summary>Inverse hyperbolic sine; in place.</summary>
        public Tensor arcsinh_() => Arithmetics.InPlace("arcsinh_", this, t => t.arcsinh());

        /// <summary>The angle of the point (other, this) in (-pi, pi]; in place.</summary>
        public Tensor arctan2_(Tensor other) => Arithmetics.InPlace("arctan2_", this, t => t.arctan2(other));

        /// <summary>Inverse tangent; in place.</summary>
        public Tensor arctan_() => Arithmetics.InPlace("arctan_", this, t => t.arctan());

        /// <summary>Inverse tangent; in place.</summary>
        public Tensor arctan_(Tensor other) => Arithmetics.InPlace("arctan_", this, t => t.arctan(other));

        /// <summary>Inverse hyperbolic tangent; in place.</summary>
        public Tensor arctanh_() => Arithmetics.InPlace("arctanh_", this, t => t.arctanh());

        /// <summary>Inverse sine; in place.</summary>
        public Tensor asin_() => Arithmetics.InPlace("asin_", this, t => t.asin());

        /// <summary>Inverse hyperbolic sine; in place.</summary>
        public Tensor asinh_() => Arithmetics.InPlace("asinh_", this, t => t.asinh());

        /// <summary>The angle of the point (other, this) in (-pi, pi]; in place.</summary>
        public Tensor atan2_(Tensor other) => Arithmetics.InPlace("atan2_", this, t => t.atan2(other));

        /// <summary>Inverse tangent; in place.</summary>
        public Tensor atan_() => Arithmetics.InPlace("atan_", this, t => t.atan());

        /// <summary>Inverse hyperbolic tangent; in place.</summary>
        public Tensor atanh_() => Arithmetics.InPlace("atanh_", this, t => t.atanh());

        /// <summary>And of truth values, or of the bits of whole numbers; in place.</summary>
        public Tensor bitwise_and_(Tensor other) => Arithmetics.InPlace("bitwise_and_", this, t => t.bitwise_and(other));

        /// <summary>The elements times 2 to the power of another tensor's, for whole numbers; in place.</summary>
        public Tensor bitwise_left_shift_(Tensor other) =>
            Arithmetics.InPlace("bitwise_left_shift_", this, t => t.bitwise_left_shift(other));

        /// <summary>Not of truth values, or of the bits of whole numbers: -1 - x; in place.</summary>
        public Tensor bitwise_not_() => Arithmetics.InPlace("bitwise_not_", this, t => t.bitwise_not());

        /// <summary>Or of truth values, or of the bits of whole numbers; in place.</summary>
        public Tensor bitwise_or_(Tensor other) => Arithmetics.InPlace("bitwise_or_", this, t => t.bitwise_or(other));

        /// <summary>The elements divided by 2 to the power of another tensor's and rounded down, for whole numbers; in place.</summary>
        public Tensor bitwise_right_shift_(Tensor other) =>
            Arithmetics.InPlace("bitwise_right_shift_", this, t => t.bitwise_right_shift(other));

        /// <summary>Exclusive or of truth values, or of the bits of whole numbers; in place.</summary>
        public Tensor bitwise_xor_(Tensor other) => Arithmetics.InPlace("bitwise_xor_", this, t => t.bitwise_xor(other));

        /// <summary>
        /// Elements limited to [min, max], which broadcast; null leaves a side open. Where a limit holds, it gets the gradient; in place.
        /// </summary>
        public Tensor clamp_(Tensor? min = null, Tensor? max = null) => Arithmetics.InPlace("clamp_", this, t => t.clamp(min, max));

        /// <summary>Elements not above a number; in place.</summary>
        public Tensor clamp_max_(Scalar max) => Arithmetics.InPlace("clamp_max_", this, t => t.clamp_max(max));

        /// <summary>Elements not below a number; in place.</summary>
        public Tensor clamp_min_(Scalar min) => Arithmetics.InPlace("clamp_min_", this, t => t.clamp_min(min));

        /// <summary>Hyperbolic cosine; in place.</summary>
        public Tensor cosh_() => Arithmetics.InPlace("cosh_", this, t => t.cosh());

        /// <summary>The derivative of lgamma; in place.</summary>
        public Tensor digamma_() => Arithmetics.InPlace("digamma_", this, t => t.digamma());

        /// <summary>Divides by a number; in place.</summary>
        public Tensor divide_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Arithmetics.InPlace("divide_", this, t => t.divide(target, rounding_mode));

        /// <summary>Divides by a number; in place.</summary>
        public Tensor divide_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Arithmetics.InPlace("divide_", this, t => t.divide(target, rounding_mode));

        /// <summary>True where the elements are equal; in place.</summary>
        public Tensor eq_(Scalar target) => Arithmetics.InPlace("eq_", this, t => Binary.Flat("eq_", t.eq(target).to_type(t.Type), t));

        /// <summary>True where the elements are equal; in place.</summary>
        public Tensor eq_(Tensor target) => Arithmetics.InPlace("eq_", this, t => Binary.Flat("eq_", t.eq(target).to_type(t.Type), t));

        /// <summary>1 - erf(x), exact in the tail; in place.</summary>
        public Tensor erfc_() => Arithmetics.InPlace("erfc_", this, t => t.erfc());

        /// <summary>The inverse of erf; in place.</summary>
        public Tensor erfinv_() => Arithmetics.InPlace("erfinv_", this, t => t.erfinv());

        /// <summary>Rounded towards zero; in place.</summary>
        public Tensor fix_() => Arithmetics.InPlace("fix_", this, t => t.fix());

        /// <summary>Quotient rounded down. No gradient; in place.</summary>
        public Tensor floor_divide_(Scalar other) => Arithmetics.InPlace("floor_divide_", this, t => t.floor_divide(other));

        /// <summary>Quotient rounded down. No gradient; in place.</summary>
        public Tensor floor_divide_(Tensor other) => Arithmetics.InPlace("floor_divide_", this, t => t.floor_divide(other));

        /// <summary>Remainder with the sign of the dividend; in place.</summary>
        public Tensor fmod_(Scalar scalar) => Arithmetics.InPlace("fmod_", this, t => t.fmod(scalar));

        /// <summary>Remainder with the sign of the dividend; in place.</summary>
        public Tensor fmod_(Tensor target) => Arithmetics.InPlace("fmod_", this, t => t.fmod(target));

        /// <summary>The part after the point, with the sign of the element; in place.</summary>
        public Tensor frac_() => Arithmetics.InPlace("frac_", this, t => t.frac());

        /// <summary>Greatest common divisor of whole numbers; in place.</summary>
        public Tensor gcd_(Tensor other) => Arithmetics.InPlace("gcd_", this, t => t.gcd(other));

        /// <summary>True where the element is not smaller; in place.</summary>
        public Tensor ge_(Scalar target) => Arithmetics.InPlace("ge_", this, t => Binary.Flat("ge_", t.ge(target).to_type(t.Type), t));

        /// <summary>True where the element is not smaller; in place.</summary>
        public Tensor ge_(Tensor target) => Arithmetics.InPlace("ge_", this, t => Binary.Flat("ge_", t.ge(target).to_type(t.Type), t));

        /// <summary>True where the element is larger; in place.</summary>
        public Tensor gt_(Scalar target) => Arithmetics.InPlace("gt_", this, t => Binary.Flat("gt_", t.gt(target).to_type(t.Type), t));

        /// <summary>True where the element is larger; in place.</summary>
        public Tensor gt_(Tensor target) => Arithmetics.InPlace("gt_", this, t => Binary.Flat("gt_", t.gt(target).to_type(t.Type), t));

        /// <summary>A copy with alpha times the slices of source added at positions of a dimension; in place.</summary>
        public Tensor index_add_(long dim, Tensor index, Tensor source, Scalar alpha) =>
            Arithmetics.InPlace("index_add_", this, t => t.index_add(dim, index, source, alpha));

        /// <summary>A copy with slices of source stored at positions of a dimension; in place.</summary>
        public Tensor index_copy_(long dim, Tensor index, Tensor source) =>
            Arithmetics.InPlace("index_copy_", this, t => t.index_copy(dim, index, source));

        /// <summary>A copy with one value in the slices at positions of a dimension; in place.</summary>
        public Tensor index_fill_(long dim, Tensor index, Scalar value) =>
            Arithmetics.InPlace("index_fill_", this, t => t.index_fill(dim, index, value));

        /// <summary>Least common multiple of whole numbers; in place.</summary>
        public Tensor lcm_(Tensor other) => Arithmetics.InPlace("lcm_", this, t => t.lcm(other));

        /// <summary>this * 2^other; in place.</summary>
        public Tensor ldexp_(Tensor other) => Arithmetics.InPlace("ldexp_", this, t => t.ldexp(other));

        /// <summary>True where the element is not larger; in place.</summary>
        public Tensor le_(Scalar target) => Arithmetics.InPlace("le_", this, t => Binary.Flat("le_", t.le(target).to_type(t.Type), t));

        /// <summary>True where the element is not larger; in place.</summary>
        public Tensor le_(Tensor target) => Arithmetics.InPlace("le_", this, t => Binary.Flat("le_", t.le(target).to_type(t.Type), t));

        /// <summary>this + weight * (end - this); in place.</summary>
        public Tensor lerp_(Tensor end, Tensor weight) => Arithmetics.InPlace("lerp_", this, t => t.lerp(end, weight));

        /// <summary>True where the element is not larger; in place.</summary>
        public Tensor less_equal_(Tensor target) =>
            Arithmetics.InPlace("less_equal_", this, t => Binary.Flat("less_equal_", t.less_equal(target).to_type(t.Type), t));

        /// <summary>Logarithm of |gamma(x)|; in place.</summary>
        public Tensor lgamma_() => Arithmetics.InPlace("lgamma_", this, t => t.lgamma());

        /// <summary>Base-10 logarithm; in place.</summary>
        public Tensor log10_() => Arithmetics.InPlace("log10_", this, t => t.log10());

        /// <summary>Base-2 logarithm; in place.</summary>
        public Tensor log2_() => Arithmetics.InPlace("log2_", this, t => t.log2());

        /// <summary>True where both elements are not zero; in place.</summary>
        public Tensor logical_and_(Tensor other) =>
            Arithmetics.InPlace("logical_and_", this, t => Binary.Flat("logical_and_", t.logical_and(other).to_type(t.Type), t));

        /// <summary>True where the element is zero; in place.</summary>
        public Tensor logical_not_() =>
            Arithmetics.InPlace("logical_not_", this, t => Binary.Flat("logical_not_", t.logical_not().to_type(t.Type), t));

        /// <summary>True where an element is not zero; in place.</summary>
        public Tensor logical_or_(Tensor other) =>
            Arithmetics.InPlace("logical_or_", this, t => Binary.Flat("logical_or_", t.logical_or(other).to_type(t.Type), t));

        /// <summary>True where exactly one element is not zero; in place.</summary>
        public Tensor logical_xor_(Tensor other) =>
            Arithmetics.InPlace("logical_xor_", this, t => Binary.Flat("logical_xor_", t.logical_xor(other).to_type(t.Type), t));

        /// <summary>True where the element is smaller; in place.</summary>
        public Tensor lt_(Scalar target) => Arithmetics.InPlace("lt_", this, t => Binary.Flat("lt_", t.lt(target).to_type(t.Type), t));

        /// <summary>True where the element is smaller; in place.</summary>
        public Tensor lt_(Tensor target) => Arithmetics.InPlace("lt_", this, t => Binary.Flat("lt_", t.lt(target).to_type(t.Type), t));

        /// <summary>A copy with the elements of value stored, one after the other, where the mask is true; in place.</summary>
        public Tensor masked_scatter_(Tensor mask, Tensor value) =>
            Arithmetics.InPlace("masked_scatter_", this, t => t.masked_scatter(mask, value));

        /// <summary>True where the elements differ; in place.</summary>
        public Tensor ne_(Scalar target) => Arithmetics.InPlace("ne_", this, t => Binary.Flat("ne_", t.ne(target).to_type(t.Type), t));

        /// <summary>True where the elements differ; in place.</summary>
        public Tensor ne_(Tensor target) => Arithmetics.InPlace("ne_", this, t => Binary.Flat("ne_", t.ne(target).to_type(t.Type), t));

        /// <summary>True where the elements differ; in place.</summary>
        public Tensor not_equal_(Tensor target) =>
            Arithmetics.InPlace("not_equal_", this, t => Binary.Flat("not_equal_", t.not_equal(target).to_type(t.Type), t));

        /// <summary>The p-th derivative of digamma; in place.</summary>
        public Tensor polygamma_(long p) => Arithmetics.InPlace("polygamma_", this, t => t.polygamma(p));

        /// <summary>Elements to a power; in place.</summary>
        public Tensor pow_(Tensor exponent) => Arithmetics.InPlace("pow_", this, t => t.pow(exponent));

        /// <summary>Remainder with the sign of the divisor; in place.</summary>
        public Tensor remainder_(Scalar scalar) => Arithmetics.InPlace("remainder_", this, t => t.remainder(scalar));

        /// <summary>Remainder with the sign of the divisor; in place.</summary>
        public Tensor remainder_(Tensor target) => Arithmetics.InPlace("remainder_", this, t => t.remainder(target));

        /// <summary>Rounded to a number of decimals, halves to even; in place.</summary>
        public Tensor round_(long decimals = 0) => Arithmetics.InPlace("round_", this, t => t.round(decimals));

        /// <summary>-1, 0 or 1; in place.</summary>
        public Tensor sgn_() => Arithmetics.InPlace("sgn_", this, t => t.sgn());

        /// <summary>sin(pi x) / (pi x), and 1 at 0; in place.</summary>
        public Tensor sinc_() => Arithmetics.InPlace("sinc_", this, t => t.sinc());

        /// <summary>Hyperbolic sine; in place.</summary>
        public Tensor sinh_() => Arithmetics.InPlace("sinh_", this, t => t.sinh());

        /// <summary>Subtracts a number; in place.</summary>
        public Tensor subtract_(Scalar target) => Arithmetics.InPlace("subtract_", this, t => t.subtract(target));

        /// <summary>Subtracts a number; in place.</summary>
        public Tensor subtract_(Tensor target) => Arithmetics.InPlace("subtract_", this, t => t.subtract(target));

        /// <summary>Tangent; in place.</summary>
        public Tensor tan_() => Arithmetics.InPlace("tan_", this, t => t.tan());

        /// <summary>The elements on and below a diagonal, zeros above; of the last two dimensions; in place.</summary>
        public Tensor tril_(long diagonal = 0) => Arithmetics.InPlace("tril_", this, t => t.tril(diagonal));

        /// <summary>The elements on and above a diagonal, zeros below; of the last two dimensions; in place.</summary>
        public Tensor triu_(long diagonal = 0) => Arithmetics.InPlace("triu_", this, t => t.triu(diagonal));

        /// <summary>Quotient of elements, broadcast, as floats; in place.</summary>
        public Tensor true_divide_(Scalar other) => Arithmetics.InPlace("true_divide_", this, t => t.true_divide(other));

        /// <summary>Quotient of elements, broadcast, as floats; in place.</summary>
        public Tensor true_divide_(Tensor other) => Arithmetics.InPlace("true_divide_", this, t => t.true_divide(other));

        /// <summary>Rounded towards zero; in place.</summary>
        public Tensor trunc_() => Arithmetics.InPlace("trunc_", this, t => t.trunc());

        /// <summary>this * log(y), and 0 where this is 0; in place.</summary>
        public Tensor xlogy_(Scalar y) => Arithmetics.InPlace("xlogy_", this, t => t.xlogy(y));

        /// <summary>this * log(y), and 0 where this is 0; in place.</summary>
        public Tensor xlogy_(Tensor y) => Arithmetics.InPlace("xlogy_", this, t => t.xlogy(y));
    }
}
