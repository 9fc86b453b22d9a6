using ManagedTorch.Autograd;
using ManagedTorch.Core;
using ManagedTorch.Operations;
using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;

namespace ManagedTorch.Operations
{
    using static TorchSharp.torch;

    /// <summary>Decompositions of one small matrix, computed in Float64 by MathNet. They have no gradient.</summary>
    internal static class LinearAlgebra
    {
        public static Matrix<double> Read(string name, Tensor x, bool square)
        {
            if (x.Rank != 2 || (square && x.Sizes[0] != x.Sizes[1]))
                throw Errors.Shape(name, x.Sizes, square ? "it takes a square matrix" : "it takes a matrix");
            if (!DTypes.IsFloating(x.Type))
                throw new InvalidOperationException($"{name}: the elements must be floats, not {x.Type}.");
            if (GradMode.Enabled && x.History is not null)
                throw new NotSupportedException($"{name}: the embedded engine has no gradient for it; call it under no_grad() or on detach().");
            using var doubles = Casts.To(x, ScalarType.Float64);
            using var ordered = doubles.InOrder();
            return new DenseMatrix((int)x.Sizes[1], (int)x.Sizes[0], ordered.Span<double>().ToArray()).Transpose();
        }

        public static Tensor Write(Matrix<double> matrix, ScalarType type) =>
            tensor(matrix.ToRowMajorArray(), [matrix.RowCount, matrix.ColumnCount], type);

        public static Tensor Solve(Tensor a, Tensor b)
        {
            var rows = Read("solve", a, square: true);
            var vector = b.Rank == 1;
            var right = vector ? b.unsqueeze(1) : b;
            if (right.Rank != 2 || right.Sizes[0] != a.Sizes[0])
                throw Errors.Shapes("solve", a.Sizes, b.Sizes, "both need equally many rows");
            RequireRegular("solve", rows);
            var result = Write(rows.Solve(Read("solve", right, square: false)), a.Type);
            return vector ? result.squeeze(1) : result;
        }

        public static void RequireRegular(string name, Matrix<double> matrix)
        {
            if (matrix.Determinant() == 0)
                throw new InvalidOperationException($"{name}: the matrix is singular.");
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        /// <summary>Linear algebra. The decompositions take one matrix and have no gradient on the embedded engine.</summary>
        public static partial class linalg
        {
            /// <summary>The 2-norm of all elements, or along dimensions.</summary>
            public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => vector_norm(input, 2, dims, keepdim);

            /// <summary>(sum |x|^ord)^(1/ord) of all elements, or over dimensions.</summary>
            public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
                input.NormOver(dims ?? [], keepdim, (float)ord);

            /// <summary>The singular values, largest first.</summary>
            public static Tensor svdvals(Tensor input) =>
                tensor(LinearAlgebra.Read("svdvals", input, square: false).Svd(computeVectors: false).S.ToArray(), input.dtype);

            /// <summary>The eigenvalues of a symmetric matrix, smallest first.</summary>
            public static Tensor eigvalsh(Tensor input, char UPLO = 'L') => eigh(input, UPLO).Item1;

            /// <summary>Eigenvalues, smallest first, and eigenvectors, as columns, of a symmetric matrix.</summary>
            public static (Tensor, Tensor) eigh(Tensor input, char UPLO = 'L')
            {
                var matrix = LinearAlgebra.Read("eigh", input, square: true);
                var half = UPLO == 'U' ? matrix.UpperTriangle() : matrix.LowerTriangle().Transpose();
                var symmetric = half + half.StrictlyUpperTriangle().Transpose();
                var evd = symmetric.Evd(Symmetricity.Symmetric);
                return (tensor(evd.EigenValues.Select(value => value.Real).ToArray(), input.dtype),
                    LinearAlgebra.Write(evd.EigenVectors, input.dtype));
            }

            /// <summary>The determinant.</summary>
            public static Tensor det(Tensor input) =>
                tensor(LinearAlgebra.Read("det", input, square: true).Determinant()).to_type(input.dtype);

            /// <summary>The inverse.</summary>
            /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
            public static Tensor inv(Tensor input)
            {
                var matrix = LinearAlgebra.Read("inv", input, square: true);
                LinearAlgebra.RequireRegular("inv", matrix);
                return LinearAlgebra.Write(matrix.Inverse(), input.dtype);
            }

            /// <summary>The X with A X = B; B is a matrix or a vector.</summary>
            /// <exception cref="InvalidOperationException">The matrix is singular.</exception>
            public static Tensor solve(Tensor A, Tensor B, bool left = true) => left
                ? LinearAlgebra.Solve(A, B)
                : LinearAlgebra.Solve(A.t(), B.t()).t();
        }
    }
}
