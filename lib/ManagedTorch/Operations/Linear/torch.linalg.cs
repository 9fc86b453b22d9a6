using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Linear algebra of small matrices and batches of them (..., rows, columns), computed one by one in Float64.</summary>
    public static partial class linalg
    {
        /// <summary>Which factors qr() returns: (m, k) and (k, n) with k = min(m, n), or (m, m) and (m, n), or only R.</summary>
        public enum QRMode
        {
            Reduced = 0,
            Complete = 1,
            R = 2,
        }

        /// <summary>The inverse.</summary>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        public static Tensor inv(Tensor input) => Inversion.Inverse(input);

        /// <summary>The X with A X = B, or X A = B when not left; B holds matrices or vectors.</summary>
        /// <exception cref="InvalidOperationException">A matrix is singular.</exception>
        public static Tensor solve(Tensor A, Tensor B, bool left = true) => B.Rank == 0
            ? throw Errors.Shapes("solve", A.Sizes, B.Sizes, "the second holds vectors or matrices")
            : left ? Inversion.Solve(A, B)
            : B.Rank < 2 ? Inversion.Solve(A.mT, B) : Inversion.Solve(A.mT, B.mT).mT;

        /// <summary>
        /// Like solve() for a triangular A, of which only that triangle is read; unitriangular: with ones on the diagonal.
        /// </summary>
        public static Tensor solve_triangular(Tensor A, Tensor B, bool upper, bool left = true, bool unitriangular = false,
            Tensor? @out = null)
        {
            LinearAlgebra.Check("solve_triangular", A, square: true);
            var strict = unitriangular ? 1 : 0;
            var triangle = upper ? A.triu(strict) : A.tril(-strict);
            var result = solve(unitriangular ? triangle + eye(A.Sizes[^1], dtype: A.Type) : triangle, B, left);
            return @out is null ? result : @out.copy_(result);
        }

        /// <summary>The determinant.</summary>
        public static Tensor det(Tensor input) => Inversion.Determinant(input);

        /// <summary>The sign of the determinant and the logarithm of its size.</summary>
        public static (Tensor, Tensor) slogdet(Tensor input) => Inversion.SignAndLogarithm(input);

        /// <summary>The lower triangular L with A = L L', for symmetric positive definite matrices.</summary>
        /// <exception cref="InvalidOperationException">A matrix is not positive definite.</exception>
        public static Tensor cholesky(Tensor input) => CholeskyFactorisation.Lower(input);

        /// <summary>
        /// Eigenvalues, smallest first, and eigenvectors, as columns, of symmetric matrices; UPLO names the triangle that is read.
        /// </summary>
        public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L') => SymmetricEigen.Decompose(input, UPLO);

        /// <summary>The eigenvalues of symmetric matrices, smallest first.</summary>
        public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => SymmetricEigen.Decompose(input, UPLO).Values;

        /// <summary>A = U diag(S) Vh; full: square U and Vh, else only the first min(m, n) columns and rows.</summary>
        public static (Tensor U, Tensor S, Tensor Vh) svd(Tensor input, bool fullMatrices = true) =>
            SingularValues.Decompose(input, fullMatrices);

        /// <summary>The singular values, largest first.</summary>
        public static Tensor svdvals(Tensor input) => SingularValues.Decompose(input, full: false).S;

        /// <summary>A = Q R with orthonormal columns in Q and an upper triangular R.</summary>
        public static (Tensor Q, Tensor R) qr(Tensor input, QRMode mode = QRMode.Reduced)
        {
            var (q, r) = OrthogonalTriangular.Decompose(input, mode == QRMode.Complete);
            return mode == QRMode.R ? (empty([0], input.Type), r) : (q, r);
        }

        /// <summary>The pseudo-inverse; singular values up to max(atol, rtol * largest) count as 0.</summary>
        public static Tensor pinv(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false) =>
            Inversion.PseudoInverse(input, atol, rtol);

        /// <summary>The number of singular values above max(atol, rtol * largest).</summary>
        public static Tensor matrix_rank(Tensor input, double? atol = null, double? rtol = null, bool hermitian = false)
        {
            using var noGrad = no_grad();
            var values = hermitian ? eigvalsh(input).abs() : svdvals(input);
            var relative = rtol ?? (atol is > 0
                ? 0
                : Math.Max(input.Sizes[^2], input.Sizes[^1]) * Inversion.DecompositionTolerance(input.Type));
            var limit = (values.amax([-1], keepdim: true) * relative).clamp_min(atol ?? 0);
            return (values > limit).sum(-1);
        }

        /// <summary>The X that minimises |A X - B|, and the rank. Residuals and singular values are empty, as PyTorch's default driver
        /// leaves them.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other) =>
            lstsq(input, other,
                (input.Rank < 2 ? 0 : Math.Max(input.Sizes[^2], input.Sizes[^1])) * Inversion.DecompositionTolerance(input.Type));

        /// <summary>The X that minimises |A X - B|; singular values up to rcond times the largest count as 0.</summary>
        public static (Tensor Solution, Tensor Residuals, Tensor Rank, Tensor SingularValues) lstsq(Tensor input, Tensor other,
            double rcond)
        {
            LinearAlgebra.Check("lstsq", input, square: false);
            if (other.Rank < 2 || other.Sizes[^2] != input.Sizes[^2])
                throw Errors.Shapes("lstsq", input.Sizes, other.Sizes, "both need equally many rows");
            var solution = Inversion.PseudoInverse(input, null, rcond).matmul(other);
            var rank = matrix_rank(input, null, rcond);
            return (solution, empty([0], input.Type), rank, empty([0], input.Type));
        }

        /// <summary>e to a square matrix: the series of A / 2^s, squared s times.</summary>
        public static Tensor matrix_exp(Tensor input)
        {
            LinearAlgebra.Check("matrix_exp", input, square: true);
            if (input.Count == 0)
                return input.clone();
            var size = input.detach().abs().sum(-2).max().ToDouble();
            var halvings = size > 0.5 ? (int)Math.Ceiling(Math.Log2(size / 0.5)) : 0;
            var scaled = input / Math.Pow(2, halvings);
            var identity = eye(input.Sizes[^1], dtype: input.Type);
            // Horner's form of 1 + A (1 + A/2 (1 + A/3 (...))): 13 terms are exact to rounding for |A| up to a half.
            var result = identity + (scaled / 13.0);
            for (var term = 12; term >= 1; term--)
                result = identity + (scaled.matmul(result) / (double)term);
            for (var i = 0; i < halvings; i++)
                result = result.matmul(result);
            return result;
        }

        /// <summary>The product of several matrices; the first and the last may be vectors.</summary>
        public static Tensor multi_dot(IList<Tensor> tensors) => tensors.Count < 2
            ? throw new ArgumentException($"multi_dot: it takes at least two matrices, not {tensors.Count}.")
            : tensors.Aggregate((a, b) => a.matmul(b));

        /// <summary>The vector product along a dimension of length 3.</summary>
        public static Tensor cross(Tensor input, Tensor other, long dim = -1)
        {
            var shape = Layout.Broadcast("cross", input.Sizes, other.Sizes);
            var at = Layout.Dimension(dim, shape.Length, "cross");
            if (shape.Length == 0 || shape[at] != 3)
                throw Errors.Shapes("cross", input.Sizes, other.Sizes, $"dimension {dim} must have length 3");
            Tensor a = input.expand(shape), b = other.expand(shape);
            return (a.roll(-1, at) * b.roll(1, at)) - (a.roll(1, at) * b.roll(-1, at));
        }

        /// <summary>Scalar products along a dimension.</summary>
        public static Tensor vecdot(Tensor x, Tensor y, long dim = -1, Tensor? @out = null)
        {
            var result = (x * y).sum(dim);
            return @out is null ? result : @out.copy_(result);
        }

        /// <summary>The diagonal of the last two dimensions.</summary>
        public static Tensor diagonal(Tensor input, int offset = 0, int dim1 = -2, int dim2 = -1) => input.diagonal(offset, dim1, dim2);

        /// <summary>Powers x^0 ... x^(N-1) of the elements of (batches of) vectors as columns.</summary>
        public static Tensor vander(Tensor input, long? N = null) =>
            input.unsqueeze(-1).pow(arange(N ?? input.Sizes[Layout.Axis(-1, input.Sizes, "vander")]));
    }
}
