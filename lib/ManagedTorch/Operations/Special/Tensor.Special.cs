namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The share of the gamma function's integral below the elements of other; see special.gammainc.</summary>
        public Tensor igamma(Tensor other) => special.gammainc(this, other);

        /// <summary>1 - igamma(other), exact in the tail; see special.gammaincc.</summary>
        public Tensor igammac(Tensor other) => special.gammaincc(this, other);

        /// <summary>The logarithm of the p-dimensional gamma function; see special.multigammaln.</summary>
        public Tensor mvlgamma(long p) => special.multigammaln(this, p);
    }

    /// <summary>The share of the gamma function's integral below the elements of other; see special.gammainc.</summary>
    public static Tensor igamma(Tensor input, Tensor other) => special.gammainc(input, other);

    /// <summary>1 - igamma(input, other), exact in the tail; see special.gammaincc.</summary>
    public static Tensor igammac(Tensor input, Tensor other) => special.gammaincc(input, other);

    /// <summary>The logarithm of the p-dimensional gamma function; see special.multigammaln.</summary>
    public static Tensor mvlgamma(Tensor input, long p) => special.multigammaln(input, p);
}
