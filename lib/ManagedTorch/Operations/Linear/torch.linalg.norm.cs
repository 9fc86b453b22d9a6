// Norms of vectors (..., n) to (...): |x|_p = (sum_i |x_i|^p)^(1/p), dx_i = dy sign(x_i) (|x_i| / |x|_p)^(p-1).
// Norms of matrices (..., n, m) to (...): Frobenius (dA = dy A / |A|), nuclear and spectral by the singular values and their gradients.

using ManagedTorch.Core;
using ManagedTorch.Operations;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>The 2-norm of all elements, or along dimensions.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) => vector_norm(input, 2, dims, keepdim);

        /// <summary>A vector norm of one dimension, or a matrix norm of two.</summary>
        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            (dims?.Length ?? input.Rank) == 2 ? matrix_norm(input, ord, dims, keepdim) : vector_norm(input, ord, dims, keepdim);

        /// <summary>A vector norm of one dimension, or a matrix norm of two.</summary>
        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            norm(input, (double)ord, dims, keepdim);

        /// <summary>The Frobenius ("fro") or nuclear ("nuc") norm of matrices.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            matrix_norm(input, ord, dims, keepdim);

        /// <summary>(sum |x|^ord)^(1/ord) of all elements, or over dimensions.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            double.IsNegativeInfinity(ord) ? input.abs().amin(dims ?? [], keepdim) : input.NormOver(dims ?? [], keepdim, (float)ord);

        /// <summary>The Frobenius ("fro": root of the sum of squares) or nuclear ("nuc": sum of singular values) norm.</summary>
        public static Tensor matrix_norm(Tensor input, string ord = "fro", long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = Plane(input, dims);
            return ord switch
            {
                "fro" => vector_norm(input, 2, [rows, columns], keepdim),
                "nuc" => Spectral(input, rows, columns, keepdim, s => s.sum(-1)),
                _ => throw new ArgumentException($"matrix_norm: the norms with a name are \"fro\" and \"nuc\", not \"{ord}\"."),
            };
        }

        /// <summary>1 and infinity: the largest sum of a column or row; 2: the largest singular value; negative: the smallest.</summary>
        public static Tensor matrix_norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false)
        {
            var (rows, columns) = Plane(input, dims);
            var size = Math.Abs(ord);
            if (size is not (1 or 2 or double.PositiveInfinity))
                throw new ArgumentException($"matrix_norm: ord is 1, 2, infinity or the negative of one, not {ord}.");
            if (size == 2)
                return Spectral(input, rows, columns, keepdim, s => ord > 0 ? s.amax([-1]) : s.amin([-1]));
            var (summed, chosen) = size == 1 ? (rows, columns) : (columns, rows);
            var sums = input.abs().sum([summed], keepdim: true);
            var result = ord > 0 ? sums.amax([chosen], keepdim: true) : sums.amin([chosen], keepdim: true);
            return keepdim ? result : result.squeeze(Math.Max(rows, columns)).squeeze(Math.Min(rows, columns));
        }

        /// <summary>The condition number: largest over smallest singular value.</summary>
        public static Tensor cond(Tensor input)
        {
            var values = svdvals(input);
            return values.amax([-1]) / values.amin([-1]);
        }

        /// <summary>The condition number in a norm: |A| |A^-1|.</summary>
        public static Tensor cond(Tensor input, double p) => matrix_norm(input, p) * matrix_norm(inv(input), p);

        /// <summary>The condition number in a norm: |A| |A^-1|.</summary>
        public static Tensor cond(Tensor input, int p) => cond(input, (double)p);

        /// <summary>The condition number in the Frobenius ("fro") or nuclear ("nuc") norm.</summary>
        public static Tensor cond(Tensor input, string p) => matrix_norm(input, p) * matrix_norm(inv(input), p);

        private static (int Rows, int Columns) Plane(Tensor input, long[]? dims)
        {
            dims ??= [-2, -1];
            if (input.Rank < 2 || dims.Length != 2)
                throw Errors.Shape("matrix_norm", input.Sizes, "it takes two different dimensions");
            int rows = Layout.Dimension(dims[0], input.Rank, "matrix_norm"), columns = Layout.Dimension(dims[1], input.Rank, "matrix_norm");
            return rows != columns ? (rows, columns) : throw Errors.Shape("matrix_norm", input.Sizes, "it takes two different dimensions");
        }

        private static Tensor Spectral(Tensor input, int rows, int columns, bool keepdim, Func<Tensor, Tensor> reduce)
        {
            var result = reduce(svdvals(input.movedim([rows, columns], [-2, -1])));
            return keepdim ? result.unsqueeze(Math.Min(rows, columns)).unsqueeze(Math.Max(rows, columns)) : result;
        }
    }
}
