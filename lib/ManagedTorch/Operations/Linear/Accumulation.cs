// y = beta x + alpha (A B), x broadcast: dx = beta dy (summed where it was broadcast), dA = alpha dy Bᵀ, dB = alpha Aᵀ dy.
// inner: (..., n), (..., n) to (... of both): y_ij = sum_k a_ik b_jk. diag_embed: (..., n) to (..., n, n); dx is the diagonal of dy.

using ManagedTorch.Core;

namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>beta * this + alpha * (mat1 mat2).</summary>
        public Tensor addmm(Tensor mat1, Tensor mat2, float beta = 1f, float alpha = 1f) => (this * beta) + (mat1.mm(mat2) * alpha);

        /// <summary>beta * this + alpha * (batch1 batch2).</summary>
        public Tensor baddbmm(Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
            (this * beta) + (batch1.bmm(batch2) * alpha);

        /// <summary>Products of vectors along the last dimensions of both.</summary>
        public Tensor inner(Tensor vec2)
        {
            if (Rank == 0 || vec2.Rank == 0)
                return this * vec2;
            if (Sizes[^1] != vec2.Sizes[^1])
                throw Errors.Shapes("inner", Sizes, vec2.Sizes, "the last dimensions differ");
            long rows = Layout.Count(Sizes.AsSpan(..^1)), columns = Layout.Count(vec2.Sizes.AsSpan(..^1));
            return reshape(rows, Sizes[^1]).matmul(vec2.reshape(columns, Sizes[^1]).t()).reshape([.. Sizes[..^1], .. vec2.Sizes[..^1]]);
        }

        /// <summary>The last dimension on the diagonal of two new ones.</summary>
        public Tensor diag_embed(long offset = 0, long dim1 = -2, long dim2 = -1)
        {
            Layout.Axis(-1, Live().Sizes, "diag_embed");
            RequireOffset("diag_embed", offset);
            var size = Sizes[^1] + Math.Abs(offset);
            var places = arange(Sizes[^1]);
            var square = Zeros([.. Sizes[..^1], size, size], Type).index_put_(this,
                [TensorIndex.Ellipsis, TensorIndex.Tensor(places + Math.Max(0, -offset)),
                    TensorIndex.Tensor(places + Math.Max(0, offset))]);
            return square.movedim([-2, -1], [dim1, dim2]);
        }
    }

    /// <summary>beta * input + alpha * (mat1 mat2).</summary>
    public static Tensor addmm(Tensor input, Tensor mat1, Tensor mat2, float beta, float alpha) => input.addmm(mat1, mat2, beta, alpha);

    /// <summary>beta * input + alpha * (batch1 batch2).</summary>
    public static Tensor baddbmm(Tensor input, Tensor batch1, Tensor batch2, float beta = 1f, float alpha = 1f) =>
        input.baddbmm(batch1, batch2, beta, alpha);

    /// <summary>Products of vectors along the last dimensions of both.</summary>
    public static Tensor inner(Tensor input, Tensor vec2) => input.inner(vec2);

    /// <summary>The last dimension on the diagonal of two new ones.</summary>
    public static Tensor diag_embed(Tensor input, long offset = 0, long dim1 = -2, long dim2 = -1) => input.diag_embed(offset, dim1, dim2);

    /// <summary>Rows and columns of the places on and below a diagonal: (2, count).</summary>
    public static Tensor tril_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Places(ones([row, col], ScalarType.Bool, device).tril(offset), dtype);

    /// <summary>Rows and columns of the places on and above a diagonal: (2, count).</summary>
    public static Tensor triu_indices(long row, long col, long offset = 0, ScalarType dtype = ScalarType.Int64, Device? device = null) =>
        Places(ones([row, col], ScalarType.Bool, device).triu(offset), dtype);

    private static Tensor Places(Tensor mask, ScalarType dtype) => mask.nonzero().t().contiguous().to_type(dtype);
}
