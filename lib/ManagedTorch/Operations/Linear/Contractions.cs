// Sums of products over shared dimensions, all of them by way of matrix products, whose gradients follow.
// tensordot: a (free a, shared) and b (shared, free b) give y (free a, free b): y_ij = sum_k a_ik b_kj; da = dy bᵀ, db = aᵀ dy.
// outer: (n), (m) to (n, m): y_ij = a_i b_j; da = dy b, db = dyᵀ a. dot: y = sum_i a_i b_i; da = dy b, db = dy a.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Sums products over the last dims dimensions of this tensor and the first ones of b.</summary>
        public Tensor tensordot(Tensor b, long dims = 2) => dims < 0 || dims > Math.Min(Rank, b.Rank)
            ? throw Errors.Shapes("tensordot", Sizes, b.Sizes, $"they cannot be summed over {dims} dimensions")
            : tensordot(b, [.. Enumerable.Range(Rank - (int)dims, (int)dims).Select(d => (long)d)],
                [.. Enumerable.Range(0, (int)dims).Select(d => (long)d)]);

        /// <summary>Sums products over pairs of dimensions.</summary>
        public Tensor tensordot(Tensor b, (long, long)[] dims) =>
            tensordot(b, [.. dims.Select(d => d.Item1)], [.. dims.Select(d => d.Item2)]);

        /// <summary>Sums products over dimensions dims1 of this tensor and dims2 of b; the other dimensions stay, in order.</summary>
        public Tensor tensordot(Tensor b, long[] dims1, long[] dims2)
        {
            int[] mine = [.. dims1.Select(d => Layout.Dimension(d, Rank, "tensordot"))];
            int[] theirs = [.. dims2.Select(d => Layout.Dimension(d, b.Rank, "tensordot"))];
            if (mine.Length != theirs.Length || mine.Where((d, i) => Sizes[d] != b.Sizes[theirs[i]]).Any())
                throw Errors.Shapes("tensordot", Sizes, b.Sizes,
                    $"dimensions ({string.Join(", ", dims1)}) and ({string.Join(", ", dims2)}) differ in length");
            int[] restA = [.. Enumerable.Range(0, Rank).Except(mine)], restB = [.. Enumerable.Range(0, b.Rank).Except(theirs)];
            var inner = Layout.Count([.. mine.Select(d => Sizes[d])]);
            long[] shapeA = [.. restA.Select(d => Sizes[d])], shapeB = [.. restB.Select(d => b.Sizes[d])];
            var left = permute([.. restA.Concat(mine).Select(d => (long)d)]).reshape(Layout.Count(shapeA), inner);
            var right = b.permute([.. theirs.Concat(restB).Select(d => (long)d)]).reshape(inner, Layout.Count(shapeB));
            return left.mm(right).reshape([.. shapeA, .. shapeB]);
        }

        /// <summary>Kronecker's product: every element of this tensor times the whole of the other, laid out as blocks.</summary>
        public Tensor kron(Tensor other)
        {
            var rank = Math.Max(Rank, other.Rank);
            long[] a = [.. Enumerable.Repeat(1L, rank - Rank), .. Sizes], b = [.. Enumerable.Repeat(1L, rank - other.Rank), .. other.Sizes];
            var left = reshape([.. a.SelectMany(length => new[] { length, 1 })]);
            var right = other.reshape([.. b.SelectMany(length => new[] { 1, length })]);
            return (left * right).reshape([.. a.Zip(b, (x, y) => x * y)]);
        }

        /// <summary>All products of an element of one vector and one of another.</summary>
        public Tensor ger(Tensor vec2) => outer(vec2);

        /// <summary>Scalar product of two vectors.</summary>
        public Tensor vdot(Tensor target) => dot(target);

        /// <summary>The transpose of the last two dimensions.</summary>
        public Tensor adjoint() => mT;

        /// <summary>The transpose of the last two dimensions.</summary>
        public Tensor mH => mT;

        /// <summary>The transpose of a matrix.</summary>
        public Tensor H => t();

        /// <summary>beta * this + alpha * (sum over the batch of batch1 x batch2).</summary>
        public Tensor addbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            (this * beta) + (batch1.bmm(batch2).sum(dim: 0) * alpha);

        /// <summary>beta * this + alpha * (mat x vec).</summary>
        public Tensor addmv(Tensor mat, Tensor vec, float beta = 1f, float alpha = 1f) => (this * beta) + (mat.mv(vec) * alpha);

        /// <summary>beta * this + alpha * (outer product of the vectors).</summary>
        public Tensor addr(Tensor vec1, Tensor vec2, float beta = 1f, float alpha = 1f) => (this * beta) + (vec1.outer(vec2) * alpha);

        /// <summary>A power of square matrices by repeated squaring; a negative one of the inverse.</summary>
        public Tensor matrix_power(int n)
        {
            if (Rank < 2 || Sizes[^1] != Sizes[^2])
                throw Errors.Shape("matrix_power", Sizes, "it takes square matrices");
            if (n == 0)
                return eye(Sizes[^1], dtype: Type).expand(Sizes).clone();
            var square = n < 0 ? linalg.inv(this) : this;
            Tensor? result = null;
            for (var rest = Math.Abs((long)n); rest > 0; rest >>= 1)
            {
                if ((rest & 1) != 0)
                    result = result is null ? square : result.matmul(square);
                if (rest > 1)
                    square = square.matmul(square);
            }

            return result!;
        }

        /// <summary>Powers of the elements of a vector as columns: x^(N-1) ... x^0, or the other way round.</summary>
        public Tensor vander(long N = -1, bool increasing = false)
        {
            if (Rank != 1)
                throw Errors.Shape("vander", Sizes, "it takes a vector");
            var powers = arange(N < 0 ? Sizes[0] : N);
            return unsqueeze(-1).pow(increasing ? powers : powers.flip(0));
        }
    }

    /// <summary>The product of several matrices, from left to right.</summary>
    public static Tensor chain_matmul(params Tensor[] matrices) => linalg.multi_dot(matrices);
}
