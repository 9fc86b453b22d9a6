using ManagedTorch.Autograd;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A = L L' with a lower triangular L, for symmetric positive definite A (..., n, n). Gradient of A: S = L'^-1 F(L'G) L^-1, made
/// symmetric, where F keeps the lower triangle and halves the diagonal (Murray, "Differentiation of the Cholesky decomposition", 2016).
/// </summary>
internal static class CholeskyFactorisation
{
    public static Tensor Lower(Tensor a)
    {
        var n = a.Rank < 2 ? 0 : a.Sizes[^1];
        var result = LinearAlgebra.Each("cholesky", a, true, [[n, n]], matrix =>
        {
            try
            {
                // Like PyTorch, only the lower triangle is read.
                var lower = matrix.LowerTriangle();
                return [LinearAlgebra.Flat((lower + matrix.StrictlyLowerTriangle().Transpose()).Cholesky().Factor)];
            }
            catch (ArgumentException)
            {
                throw new InvalidOperationException("cholesky: the matrix is not positive definite.");
            }
        })[0];
        if (Tape.Open("cholesky", a) is not { } node)
            return result;
        var saved = node.Save(result);
        node.Define(g =>
        {
            var inverse = Inversion.Inverse(saved.Value);
            var inner = saved.Value.mT.Times(g[0]!).tril();
            inner = inner - (inner.diagonal(0, -2, -1).diag_embed() * 0.5);
            var whole = inverse.mT.Times(inner).Times(inverse);
            return [(whole + whole.mT) * 0.5];
        });
        return node.Close(result);
    }
}
