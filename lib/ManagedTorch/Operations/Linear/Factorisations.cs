// Functions of square matrices A (..., n, n), by the factorisations in this folder, where the gradients are:
// det: dA = dy det(A) A'^-1; inverse Y: dA = -Y' dY Y'; logdet: dA = dy A'^-1; cholesky: see CholeskyFactorisation.

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>The determinant of (batches of) square matrices.</summary>
        public Tensor det() => linalg.det(this);

        /// <summary>The inverse of (batches of) square matrices.</summary>
        public Tensor inverse() => linalg.inv(this);

        /// <summary>The logarithm of the determinant; not a number where that is negative.</summary>
        public Tensor logdet()
        {
            var (sign, logarithm) = linalg.slogdet(this);
            return torch.where(sign == -1, tensor(double.NaN, Type), logarithm);
        }

        /// <summary>The pseudo-inverse of (batches of) matrices; singular values up to rcond times the largest count as 0.</summary>
        public Tensor pinverse(double rcond = 1E-15, bool hermitian = false) => linalg.pinv(this, null, rcond, hermitian);

        /// <summary>e to a square matrix.</summary>
        public Tensor matrix_exp() => linalg.matrix_exp(this);

        /// <summary>The lower triangular L with A = L L' (upper: its transpose).</summary>
        public Tensor cholesky(bool upper = false) => upper ? linalg.cholesky(this).mT : linalg.cholesky(this);

        /// <summary>The inverse of the matrix whose Cholesky factor this is.</summary>
        public Tensor cholesky_inverse(bool upper = false) => linalg.inv(upper ? mT.matmul(this) : matmul(mT));

        /// <summary>The X with A X = this, where input2 is the Cholesky factor of A.</summary>
        public Tensor cholesky_solve(Tensor input2, bool upper = false) =>
            linalg.solve(upper ? input2.mT.matmul(input2) : input2.matmul(input2.mT), this);
    }

    /// <summary>The determinant of (batches of) square matrices.</summary>
    public static Tensor det(Tensor input) => input.det();

    /// <summary>The inverse of (batches of) square matrices.</summary>
    public static Tensor inverse(Tensor input) => input.inverse();

    /// <summary>The logarithm of the determinant; not a number where that is negative.</summary>
    public static Tensor logdet(Tensor input) => input.logdet();

    /// <summary>The sign of the determinant and the logarithm of its size.</summary>
    public static (Tensor res, Tensor logabsdet) slogdet(Tensor A) => linalg.slogdet(A);

    /// <summary>The pseudo-inverse of (batches of) matrices.</summary>
    public static Tensor pinverse(Tensor input, double rcond = 1E-15, bool hermitian = false) => input.pinverse(rcond, hermitian);

    /// <summary>e to a square matrix.</summary>
    public static Tensor matrix_exp(Tensor input) => input.matrix_exp();

    /// <summary>The lower triangular L with A = L L'.</summary>
    public static Tensor cholesky(Tensor input) => input.cholesky();

    /// <summary>The lower triangular L with A = L L' (upper: its transpose).</summary>
    public static Tensor cholesky(Tensor input, bool upper) => input.cholesky(upper);

    /// <summary>The inverse of the matrix with this Cholesky factor.</summary>
    public static Tensor cholesky_inverse(Tensor input, bool upper = false) => input.cholesky_inverse(upper);

    /// <summary>The X with A X = input, where input2 is the Cholesky factor of A.</summary>
    public static Tensor cholesky_solve(Tensor input, Tensor input2, bool upper = false) => input.cholesky_solve(input2, upper);

    /// <summary>The area below y by trapezoids of width dx along a dimension.</summary>
    public static Tensor trapz(Tensor y, double dx = 1, long dim = -1) => y.trapezoid(dx, dim);

    /// <summary>The area below y by trapezoids between the places x along a dimension.</summary>
    public static Tensor trapz(Tensor y, Tensor x, long dim = -1) => y.trapezoid(x, dim);
}
