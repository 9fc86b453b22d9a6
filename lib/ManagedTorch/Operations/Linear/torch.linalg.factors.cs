using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>Eigenvalues and, as columns of length 1, eigenvectors of square matrices; both complex.</summary>
        public static (Tensor, Tensor) eig(Tensor input) => GeneralEigen.Decompose(input);

        /// <summary>The eigenvalues of square matrices; complex.</summary>
        public static Tensor eigvals(Tensor input) => GeneralEigen.Decompose(input).Values;

        /// <summary>A = P L U with a permutation P, L of ones on and zeros above the diagonal, and U of zeros below it.</summary>
        public static (Tensor P, Tensor L, Tensor U) lu(Tensor input, bool pivot = true)
        {
            var (lower, upper, pivots) = TriangularFactors.Decompose("lu", input, pivot);
            return (TriangularFactors.Permutation(pivots, input.Sizes[^2], input.Type), lower, upper);
        }

        /// <summary>L without its diagonal and U in one matrix, and the exchanged rows, for lu_solve().</summary>
        public static (Tensor LU, Tensor Pivots) lu_factor(Tensor input, bool pivot = true)
        {
            var (lower, upper, pivots) = TriangularFactors.Decompose("lu_factor", input, pivot);
            long m = input.Sizes[^2], n = input.Sizes[^1], k = Math.Min(m, n);
            long[] batch = input.Sizes[..^2];
            var below = lower.tril(-1);
            var left = n > k ? cat([below, zeros([.. batch, m, n - k], input.Type)], -1) : below;
            var right = m > k ? cat([upper, zeros([.. batch, m - k, n], input.Type)], -2) : upper;
            return (left + right, pivots);
        }

        /// <summary>The X with A X = B (A' X = B when adjoint; X A = B when not left) from what lu_factor(A) gave.</summary>
        public static Tensor lu_solve(Tensor LU, Tensor pivots, Tensor B, bool left = true, bool adjoint = false, Tensor? @out = null)
        {
            LinearAlgebra.Check("lu_solve", LU, square: true);
            if (B.Rank < 2 || B.Sizes[left ? ^2 : ^1] != LU.Sizes[^1])
                throw Errors.Shapes("lu_solve", LU.Sizes, B.Sizes, "the second holds matrices with as many rows (columns when not left)");
            var (p, lower, upper) = lu_unpack(LU, pivots);
            var right = left ? B : B.mT;
            var result = adjoint != !left
                ? p.matmul(solve_triangular(lower.mT, solve_triangular(upper.mT, right, upper: false), upper: true, unitriangular: true))
                : solve_triangular(upper, solve_triangular(lower, p.mT.matmul(right), upper: false, unitriangular: true), upper: true);
            result = left ? result : result.mT;
            return @out is null ? result : @out.copy_(result);
        }

        /// <summary>The number of singular values above max(atol, rtol * largest), with tolerances that broadcast over the batch.</summary>
        public static Tensor matrix_rank(Tensor input, Tensor atol, Tensor? rtol = null, bool hermitian = false)
        {
            using var noGrad = no_grad();
            LinearAlgebra.Check("matrix_rank", input, square: hermitian);
            var values = hermitian ? eigvalsh(input).abs() : svdvals(input);
            if (values.Sizes[^1] == 0)
                return zeros(input.Sizes[..^2], ScalarType.Int64);
            var automatic = Math.Max(input.Sizes[^2], input.Sizes[^1]) * Inversion.DecompositionTolerance(input.Type);
            var relative = rtol ?? torch.where(atol > 0, 0.0, automatic).to_type(input.Type);
            var limit = maximum(atol.to_type(input.Type), values.amax([-1]) * relative);
            return (values > limit.unsqueeze(-1)).sum(-1);
        }

        /// <summary>The inverse of a tensor as a map from its last dimensions to its first ind ones: lengths (b..., a...).</summary>
        public static Tensor tensorinv(Tensor input, long ind)
        {
            if (ind < 1 || ind > input.Rank)
                throw Errors.Shape("tensorinv", input.Sizes, $"ind = {ind} must be between 1 and its number of dimensions");
            long[] first = input.Sizes[..(int)ind], last = input.Sizes[(int)ind..];
            if (Layout.Count(first) != Layout.Count(last))
                throw Errors.Shapes("tensorinv", first, last, "both sides need equally many elements");
            return inv(input.reshape(Layout.Count(first), Layout.Count(last))).reshape([.. last, .. first]);
        }

        /// <summary>The X with A X = B, where the last dimensions of A, as many as X has elements, are summed over.</summary>
        /// <param name="A">(b..., x...), after dims have been moved to its end.</param>
        /// <param name="B">(b...).</param>
        /// <param name="dims">Dimensions of A to move to its end first; null for none.</param>
        public static Tensor tensorsolve(Tensor A, Tensor B, long[]? dims)
        {
            var a = dims is null ? A
                : A.movedim(dims, [.. Enumerable.Range(A.Rank - dims.Length, dims.Length).Select(d => (long)d)]);
            if (B.Rank > a.Rank || Layout.Count(a.Sizes.AsSpan(B.Rank)) != B.Count)
                throw Errors.Shapes("tensorsolve", a.Sizes, B.Sizes,
                    "the first needs as many unknowns, after the second's dimensions, as that has elements");
            return solve(a.reshape(B.Count, B.Count), B.reshape(B.Count)).reshape(a.Sizes[B.Rank..]);
        }
    }

    /// <summary>What linalg.lu_factor() gives, and for each matrix 0 or the number of the first zero pivot (null unless wanted).</summary>
    public static (Tensor A_LU, Tensor pivots, Tensor? infos) lu(Tensor A, bool pivot = true, bool get_infos = false)
    {
        var (factors, pivots) = linalg.lu_factor(A, pivot);
        if (!get_infos)
            return (factors, pivots, null);
        using var noGrad = no_grad();
        var zero = factors.diagonal(0, -2, -1) == 0;
        if (zero.Sizes[^1] == 0)
            return (factors, pivots, zeros(A.Sizes[..^2], ScalarType.Int32));
        return (factors, pivots, ((zero.to_type(ScalarType.Int32).argmax(-1) + 1) * zero.any(-1)).to_type(ScalarType.Int32));
    }

    /// <summary>P, L and U from what linalg.lu_factor() gave; what is not wanted is empty.</summary>
    public static (Tensor P, Tensor L, Tensor U) lu_unpack(Tensor LU_data, Tensor LU_pivots, bool unpack_data = true,
        bool unpack_pivots = true)
    {
        LinearAlgebra.Check("lu_unpack", LU_data, square: false);
        long m = LU_data.Sizes[^2], n = LU_data.Sizes[^1], k = Math.Min(m, n);
        if (LU_pivots.Type != ScalarType.Int32 || !LU_pivots.Sizes.AsSpan().SequenceEqual([.. LU_data.Sizes[..^2], k]))
            throw Errors.Shapes("lu_unpack", LU_data.Sizes, LU_pivots.Sizes, $"the pivots are Int32, {k} for each matrix");
        var none = zeros([0], LU_data.Type);
        var p = unpack_pivots ? TriangularFactors.Permutation(LU_pivots, m, LU_data.Type) : none;
        return unpack_data
            ? (p, LU_data.narrow(-1, 0, k).tril(-1) + eye(m, k, dtype: LU_data.Type), LU_data.narrow(-2, 0, k).triu())
            : (p, none, none);
    }

    /// <summary>The X with A X = b from what linalg.lu_factor(A) gave.</summary>
    public static Tensor lu_solve(Tensor b, Tensor LU_data, Tensor LU_pivots) => linalg.lu_solve(LU_data, LU_pivots, b);
}
