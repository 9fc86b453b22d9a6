using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Matrix product; batches broadcast: (..., n, k) x (..., k, m) to (..., n, m).</summary>
        /// <exception cref="ArgumentException">The inner lengths differ; the message names both shapes.</exception>
        public Tensor matmul(Tensor target) => MatrixProduct.Matmul("matmul", this, target);

        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor target) => Rank == 2 && target.Rank == 2
            ? MatrixProduct.Matmul("mm", this, target)
            : throw Errors.Shapes("mm", Sizes, target.Sizes, "both must be matrices; use matmul()");

        /// <summary>Product of two batches of matrices: (b, n, k) x (b, k, m) to (b, n, m).</summary>
        public Tensor bmm(Tensor batch2) => Rank == 3 && batch2.Rank == 3 && Sizes[0] == batch2.Sizes[0]
            ? MatrixProduct.Matmul("bmm", this, batch2)
            : throw Errors.Shapes("bmm", Sizes, batch2.Sizes, "both must be batches of matrices, equally many; use matmul()");

        /// <summary>Product of a matrix and a vector.</summary>
        public Tensor mv(Tensor target) => Rank == 2 && target.Rank == 1
            ? MatrixProduct.Matmul("mv", this, target)
            : throw Errors.Shapes("mv", Sizes, target.Sizes, "it takes a matrix and a vector");

        /// <summary>Scalar product of two vectors.</summary>
        public Tensor dot(Tensor target) => Rank == 1 && target.Rank == 1
            ? MatrixProduct.Matmul("dot", this, target)
            : throw Errors.Shapes("dot", Sizes, target.Sizes, "both must be vectors");

        /// <summary>All products of an element of one vector and one of another.</summary>
        public Tensor outer(Tensor vec2) => Rank == 1 && vec2.Rank == 1
            ? unsqueeze(1) * vec2.unsqueeze(0)
            : throw Errors.Shapes("outer", Sizes, vec2.Sizes, "both must be vectors");

        /// <summary>Sum of the diagonal of a matrix.</summary>
        public Tensor trace() => diagonal().sum();

        /// <summary>The diagonal of two dimensions, which goes last.</summary>
        public Tensor diagonal(long offset = 0, long dim1 = 0, long dim2 = 1)
        {
            int a = Layout.Axis(dim1, Live().Sizes, "diagonal"), b = Layout.Axis(dim2, Live().Sizes, "diagonal");
            if (a == b)
                throw Errors.Shape("diagonal", Sizes, $"it needs two different dimensions, not {a} twice");
            RequireOffset("diagonal", offset);
            long down = Math.Max(0, -offset), across = Math.Max(0, offset);
            var length = Math.Max(0, Math.Min(Sizes[a] - down, Sizes[b] - across));
            var rest = Enumerable.Range(0, Rank).Where(d => d != a && d != b).ToArray();
            return Views.Part("diagonal", this, [.. rest.Select(d => Sizes[d]), length],
                [.. rest.Select(d => Strides[d]), Strides[a] + Strides[b]],
                Offset + (length == 0 ? 0 : (down * Strides[a]) + (across * Strides[b])), full => full.diagonal(offset, dim1, dim2));
        }

        /// <summary>The diagonal of a matrix, or a matrix with a vector as its diagonal.</summary>
        public Tensor diag(long diagonal = 0)
        {
            if (Rank == 2)
                return this.diagonal(diagonal);
            if (Rank != 1)
                throw Errors.Shape("diag", Sizes, "it takes a vector or a matrix");
            RequireOffset("diag", diagonal);
            var size = Sizes[0] + Math.Abs(diagonal);
            var places = arange(Sizes[0]);
            return Zeros([size, size], Type).index_put_(
                this, [TensorIndex.Tensor(places + Math.Max(0, -diagonal)), TensorIndex.Tensor(places + Math.Max(0, diagonal))]);
        }

        /// <summary>The elements on and below a diagonal, zeros above; of the last two dimensions.</summary>
        public Tensor tril(long diagonal = 0) => Triangle(diagonal, lower: true);

        /// <summary>The elements on and above a diagonal, zeros below; of the last two dimensions.</summary>
        public Tensor triu(long diagonal = 0) => Triangle(diagonal, lower: false);

        // So that sums of a length and an offset stay in range.
        private void RequireOffset(string name, long offset)
        {
            if (offset is > int.MaxValue or < -int.MaxValue)
                throw Errors.Shape(name, Live().Sizes, $"diagonal {offset} lies outside any matrix");
        }

        private Tensor Triangle(long diagonal, bool lower)
        {
            if (Rank < 2)
                throw Errors.Shape(lower ? "tril" : "triu", Sizes, "it takes matrices");
            RequireOffset(lower ? "tril" : "triu", diagonal);
            var rows = arange(Sizes[^2]).unsqueeze(1);
            var columns = arange(Sizes[^1]).unsqueeze(0) - diagonal;
            return torch.where(lower ? columns <= rows : columns >= rows, this, Creation.Full([], 0, Type));
        }
    }

    /// <summary>Matrix product; batches broadcast.</summary>
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    /// <summary>Product of two matrices.</summary>
    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>Product of two batches of matrices.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => input.bmm(batch2);

    /// <summary>Scalar product of two vectors.</summary>
    public static Tensor dot(Tensor input, Tensor other) => input.dot(other);

    /// <summary>All products of an element of one vector and one of another.</summary>
    public static Tensor outer(Tensor input, Tensor vec2) => input.outer(vec2);

    /// <summary>The elements on and below a diagonal, zeros above.</summary>
    public static Tensor tril(Tensor input, long diagonal = 0) => input.tril(diagonal);

    /// <summary>The elements on and above a diagonal, zeros below.</summary>
    public static Tensor triu(Tensor input, long diagonal = 0) => input.triu(diagonal);

    /// <summary>The diagonal of a matrix, or a matrix with a vector as its diagonal.</summary>
    public static Tensor diag(Tensor input, long diagonal = 0) => input.diag(diagonal);
}
