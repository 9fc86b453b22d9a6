namespace TorchSharp;

public static partial class torch
{
    /// <summary>Absolute value, in place.</summary>
    public static Tensor abs_(Tensor input) => input.abs_();

    /// <summary>Absolute value; in place.</summary>
    public static Tensor absolute_(Tensor input) => input.absolute_();

    /// <summary>Inverse cosine; in place.</summary>
    public static Tensor acos_(Tensor input) => input.acos_();

    /// <summary>Inverse hyperbolic cosine; in place.</summary>
    public static Tensor acosh_(Tensor input) => input.acosh_();

    /// <summary>this + alpha * scalar; in place.</summary>
    public static Tensor add_(Tensor left, Scalar right) => left.add_(right);

    /// <summary>this + alpha * scalar; in place.</summary>
    public static Tensor add_(Tensor left, Scalar right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>this + alpha * scalar; in place.</summary>
    public static Tensor add_(Tensor left, Tensor right) => left.add_(right);

    /// <summary>this + alpha * scalar; in place.</summary>
    public static Tensor add_(Tensor left, Tensor right, Scalar alpha) => left.add_(right, alpha);

    /// <summary>beta * this + alpha * (sum over the batch of batch1 x batch2); in place.</summary>
    public static Tensor addbmm_(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        input.addbmm_(batch1, batch2, beta, alpha);

    /// <summary>this + tensor1 / tensor2; in place.</summary>
    public static Tensor addcdiv_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcdiv_(tensor1, tensor2, value);

    /// <summary>this += value * tensor1 * tensor2.</summary>
    public static Tensor addcmul_(Tensor input, Tensor tensor1, Tensor tensor2, Scalar value) => input.addcmul_(tensor1, tensor2, value);

    /// <summary>beta * this + alpha * (mat1 mat2); in place.</summary>
    public static Tensor addmm_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm_(mat1, mat2, beta, alpha);

    /// <summary>beta * this + alpha * (mat x vec); in place.</summary>
    public static Tensor addmv_(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmv_(mat1, mat2, beta, alpha);

    /// <summary>beta * this + alpha * (outer product of the vectors); in place.</summary>
    public static Tensor addr_(Tensor input, Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) =>
        input.addr_(vec1, vec2, beta, alpha);

    /// <summary>Inverse cosine; in place.</summary>
    public static Tensor arccos_(Tensor input) => input.arccos_();

    /// <summary>Inverse hyperbolic cosine; in place.</summary>
    public static Tensor arccosh_(Tensor input) => input.arccosh_();

    /// <summary>Inverse sine; in place.</summary>
    public static Tensor arcsin_(Tensor input) => input.arcsin_();

    /// <summary>Inverse hyperbolic sine; in place.</summary>
    public static Tensor arcsinh_(Tensor input) => input.arcsinh_();

    /// <summary>The angle of the point (other, this) in (-pi, pi]; in place.</summary>
    public static Tensor arctan2_(Tensor input, Tensor other) => input.arctan2_(other);

    /// <summary>Inverse tangent; in place.</summary>
    public static Tensor arctan_(Tensor input) => input.arctan_();

    /// <summary>Inverse tangent; in place.</summary>
    public static Tensor arctan_(Tensor input, Tensor other) => input.arctan_(other);

    /// <summary>Inverse hyperbolic tangent; in place.</summary>
    public static Tensor arctanh_(Tensor input) => input.arctanh_();

    /// <summary>Inverse sine; in place.</summary>
    public static Tensor asin_(Tensor input) => input.asin_();

    /// <summary>Inverse hyperbolic sine; in place.</summary>
    public static Tensor asinh_(Tensor input) => input.asinh_();

    /// <summary>The angle of the point (other, this) in (-pi, pi]; in place.</summary>
    public static Tensor atan2_(Tensor input, Tensor other) => input.atan2_(other);

    /// <summary>Inverse tangent; in place.</summary>
    public static Tensor atan_(Tensor input) => input.atan_();

    /// <summary>Inverse hyperbolic tangent; in place.</summary>
    public static Tensor atanh_(Tensor input) => input.atanh_();

    /// <summary>And of truth values, or of the bits of whole numbers; in place.</summary>
    public static Tensor bitwise_and_(Tensor left, Tensor right) => left.bitwise_and_(right);

    /// <summary>The elements times 2 to the power of another tensor's, for whole numbers; in place.</summary>
    public static Tensor bitwise_left_shift_(Tensor left, Tensor right) => left.bitwise_left_shift_(right);

    /// <summary>Not of truth values, or of the bits of whole numbers: -1 - x; in place.</summary>
    public static Tensor bitwise_not_(Tensor input) => input.bitwise_not_();

    /// <summary>Or of truth values, or of the bits of whole numbers; in place.</summary>
    public static Tensor bitwise_or_(Tensor left, Tensor right) => left.bitwise_or_(right);

    /// <summary>The elements divided by 2 to the power of another tensor's and rounded down, for whole numbers; in place.</summary>
    public static Tensor bitwise_right_shift_(Tensor left, Tensor right) => left.bitwise_right_shift_(right);

    /// <summary>Exclusive or of truth values, or of the bits of whole numbers; in place.</summary>
    public static Tensor bitwise_xor_(Tensor left, Tensor right) => left.bitwise_xor_(right);

    /// <summary>Rounded up, in place.</summary>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <summary>
    /// Elements limited to [min, max], which broadcast; null leaves a side open. Where a limit holds, it gets the gradient; in place.
    /// </summary>
    public static Tensor clamp_(Tensor input, Scalar? min = null, Scalar? max = null) => input.clamp_(min, max);

    /// <summary>
    /// Elements limited to [min, max], which broadcast; null leaves a side open. Where a limit holds, it gets the gradient; in place.
    /// </summary>
    public static Tensor clamp_(Tensor input, Tensor? min = null, Tensor? max = null) => input.clamp_(min, max);

    /// <summary>Elements not above a number; in place.</summary>
    public static Tensor clamp_max_(Tensor input, Scalar max) => input.clamp_max_(max);

    /// <summary>Elements not below a number; in place.</summary>
    public static Tensor clamp_min_(Tensor input, Scalar min) => input.clamp_min_(min);

    /// <summary>Cosine, in place.</summary>
    public static Tensor cos_(Tensor input) => input.cos_();

    /// <summary>Hyperbolic cosine; in place.</summary>
    public static Tensor cosh_(Tensor input) => input.cosh_();

    /// <summary>The derivative of lgamma; in place.</summary>
    public static Tensor digamma_(Tensor input) => input.digamma_();

    /// <summary>Divides in place.</summary>
    public static Tensor div_(Tensor left, Scalar right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <summary>Divides in place.</summary>
    public static Tensor div_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.div_(right, rounding_mode);

    /// <summary>Divides by a number; in place.</summary>
    public static Tensor divide_(Tensor left, Scalar right) => left.divide_(right);

    /// <summary>Divides by a number; in place.</summary>
    public static Tensor divide_(Tensor left, Tensor right, RoundingMode rounding_mode = RoundingMode.None) =>
        left.divide_(right, rounding_mode);

    /// <summary>Error function, in place.</summary>
    public static Tensor erf_(Tensor input) => input.erf_();

    /// <summary>1 - erf(x), exact in the tail; in place.</summary>
    public static Tensor erfc_(Tensor input) => input.erfc_();

    /// <summary>The inverse of erf; in place.</summary>
    public static Tensor erfinv_(Tensor input) => input.erfinv_();

    /// <summary>e to each element, in place.</summary>
    public static Tensor exp_(Tensor input) => input.exp_();

    /// <summary>e to each element, minus one, in place.</summary>
    public static Tensor expm1_(Tensor input) => input.expm1_();

    /// <summary>Rounded towards zero; in place.</summary>
    public static Tensor fix_(Tensor input) => input.fix_();

    /// <summary>Rounded down, in place.</summary>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <summary>Quotient rounded down. No gradient; in place.</summary>
    public static Tensor floor_divide_(Tensor input, Tensor other) => input.floor_divide_(other);

    /// <summary>Remainder with the sign of the dividend; in place.</summary>
    public static Tensor fmod_(Tensor left, Scalar right) => left.fmod_(right);

    /// <summary>Remainder with the sign of the dividend; in place.</summary>
    public static Tensor fmod_(Tensor left, Tensor right) => left.fmod_(right);

    /// <summary>The part after the point, with the sign of the element; in place.</summary>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <summary>Greatest common divisor of whole numbers; in place.</summary>
    public static Tensor gcd_(Tensor left, Tensor right) => left.gcd_(right);

    /// <summary>A copy with alpha times the slices of source added at positions of a dimension; in place.</summary>
    public static Tensor index_add_(Tensor input, long dim, Tensor index, Tensor source, Scalar alpha) =>
        input.index_add_(dim, index, source, alpha);

    /// <summary>A copy with slices of source stored at positions of a dimension; in place.</summary>
    public static Tensor index_copy_(Tensor input, long dim, Tensor index, Tensor source) => input.index_copy_(dim, index, source);

    /// <summary>A copy with one value in the slices at positions of a dimension; in place.</summary>
    public static Tensor index_fill_(Tensor input, long dim, Tensor index, Scalar value) => input.index_fill_(dim, index, value);

    /// <summary>Least common multiple of whole numbers; in place.</summary>
    public static Tensor lcm_(Tensor input, Tensor other) => input.lcm_(other);

    /// <summary>this * 2^other; in place.</summary>
    public static Tensor ldexp_(Tensor input, Tensor other) => input.ldexp_(other);

    /// <summary>Logarithm of |gamma(x)|; in place.</summary>
    public static Tensor lgamma_(Tensor input) => input.lgamma_();

    /// <summary>Base-10 logarithm; in place.</summary>
    public static Tensor log10_(Tensor input) => input.log10_();

    /// <summary>Natural logarithm of one plus each element, in place.</summary>
    public static Tensor log1p_(Tensor input) => input.log1p_();

    /// <summary>Base-2 logarithm; in place.</summary>
    public static Tensor log2_(Tensor input) => input.log2_();

    /// <summary>Natural logarithm, in place.</summary>
    public static Tensor log_(Tensor input) => input.log_();

    /// <summary>True where both elements are not zero; in place.</summary>
    public static Tensor logical_and_(Tensor left, Tensor right) => left.logical_and_(right);

    /// <summary>True where an element is not zero; in place.</summary>
    public static Tensor logical_or_(Tensor left, Tensor right) => left.logical_or_(right);

    /// <summary>True where exactly one element is not zero; in place.</summary>
    public static Tensor logical_xor_(Tensor left, Tensor right) => left.logical_xor_(right);

    /// <summary>Multiplies in place.</summary>
    public static Tensor mul_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>Multiplies in place.</summary>
    public static Tensor mul_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>The negative of each element, in place.</summary>
    public static Tensor neg_(Tensor input) => input.neg_();

    /// <summary>The p-th derivative of digamma; in place.</summary>
    public static Tensor polygamma_(Tensor input, long p) => input.polygamma_(p);

    /// <summary>Elements to a power; in place.</summary>
    public static Tensor pow_(Tensor left, Scalar exponent) => left.pow_(exponent);

    /// <summary>Elements to a power; in place.</summary>
    public static Tensor pow_(Tensor left, Tensor exponent) => left.pow_(exponent);

    /// <summary>One over each element, in place.</summary>
    public static Tensor reciprocal_(Tensor input) => input.reciprocal_();

    /// <summary>Remainder with the sign of the divisor; in place.</summary>
    public static Tensor remainder_(Tensor left, Scalar right) => left.remainder_(right);

    /// <summary>Remainder with the sign of the divisor; in place.</summary>
    public static Tensor remainder_(Tensor left, Tensor right) => left.remainder_(right);

    /// <summary>Rounded to a number of decimals, halves to even; in place.</summary>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <summary>One over the square root, in place.</summary>
    public static Tensor rsqrt_(Tensor input) => input.rsqrt_();

    /// <summary>Stores elements of src along a dimension, each at its own position.</summary>
    public static Tensor scatter_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_(dim, index, src);

    /// <summary>Adds elements of src along a dimension, each at its own position.</summary>
    public static Tensor scatter_add_(Tensor input, long dim, Tensor index, Tensor src) => input.scatter_add_(dim, index, src);

    /// <summary>-1, 0 or 1; in place.</summary>
    public static Tensor sgn_(Tensor input) => input.sgn_();

    /// <summary>1 / (1 + exp(-x)), in place.</summary>
    public static Tensor sigmoid_(Tensor input) => input.sigmoid_();

    /// <summary>-1, 0 or 1, in place.</summary>
    public static Tensor sign_(Tensor input) => input.sign_();

    /// <summary>Sine, in place.</summary>
    public static Tensor sin_(Tensor input) => input.sin_();

    /// <summary>sin(pi x) / (pi x), and 1 at 0; in place.</summary>
    public static Tensor sinc_(Tensor input) => input.sinc_();

    /// <summary>Hyperbolic sine; in place.</summary>
    public static Tensor sinh_(Tensor input) => input.sinh_();

    /// <summary>Square root, in place.</summary>
    public static Tensor sqrt_(Tensor input) => input.sqrt_();

    /// <summary>Subtracts in place.</summary>
    public static Tensor sub_(Tensor left, Scalar right) => left.sub_(right);

    /// <summary>Subtracts in place.</summary>
    public static Tensor sub_(Tensor left, Tensor right) => left.sub_(right);

    /// <summary>Subtracts a number; in place.</summary>
    public static Tensor subtract_(Tensor left, Scalar right) => left.subtract_(right);

    /// <summary>Subtracts a number; in place.</summary>
    public static Tensor subtract_(Tensor left, Tensor right) => left.subtract_(right);

    /// <summary>Tangent; in place.</summary>
    public static Tensor tan_(Tensor input) => input.tan_();

    /// <summary>Hyperbolic tangent, in place.</summary>
    public static Tensor tanh_(Tensor input) => input.tanh_();

    /// <summary>The elements on and below a diagonal, zeros above; of the last two dimensions; in place.</summary>
    public static Tensor tril_(Tensor input, long diagonal = 0) => input.tril_(diagonal);

    /// <summary>The elements on and above a diagonal, zeros below; of the last two dimensions; in place.</summary>
    public static Tensor triu_(Tensor input, long diagonal = 0) => input.triu_(diagonal);

    /// <summary>Quotient of elements, broadcast, as floats; in place.</summary>
    public static Tensor true_divide_(Tensor dividend, Tensor divisor) => dividend.true_divide_(divisor);

    /// <summary>Rounded towards zero; in place.</summary>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <summary>this * log(y), and 0 where this is 0; in place.</summary>
    public static Tensor xlogy_(Tensor x, Scalar y) => x.xlogy_(y);

    /// <summary>this * log(y), and 0 where this is 0; in place.</summary>
    public static Tensor xlogy_(Tensor x, Tensor y) => x.xlogy_(y);

    /// <summary>Multiplies by a number in place.</summary>
    public static Tensor multiply_(Tensor left, Scalar right) => left.mul_(right);

    /// <summary>Multiplies in place.</summary>
    public static Tensor multiply_(Tensor left, Tensor right) => left.mul_(right);

    /// <summary>The negative of each element, in place.</summary>
    public static Tensor negative_(Tensor input) => input.neg_();
}
