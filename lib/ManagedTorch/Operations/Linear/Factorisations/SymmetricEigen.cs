using ManagedTorch.Autograd;
using MathNet.Numerics.LinearAlgebra;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A = V diag(w) V' for symmetric A (..., n, n), w ascending. Gradient of A: V (diag(g_w) + skew(V'G_V) / E) V' with
/// E_ij = w_j - w_i and skew(X) = (X - X') / 2. Equal eigenvalues have no gradient through V.
/// </summary>
internal static class SymmetricEigen
{
    public static (Tensor Values, Tensor Vectors) Decompose(Tensor a, char triangle)
    {
        if (triangle is not ('L' or 'U'))
            throw new ArgumentException($"eigh: UPLO is 'L' or 'U', not '{triangle}'.");
        var n = a.Rank < 2 ? 0 : a.Sizes[^1];
        var parts = LinearAlgebra.Each("eigh", a, true, [[n], [n, n]], matrix =>
        {
            var half = triangle == 'U' ? matrix.UpperTriangle() : matrix.LowerTriangle().Transpose();
            var evd = (half + half.StrictlyUpperTriangle().Transpose()).Evd(Symmetricity.Symmetric);
            return [[.. evd.EigenValues.Select(value => value.Real)], LinearAlgebra.Flat(evd.EigenVectors)];
        });
        var (values, vectors) = (parts[0], parts[1]);
        if (Tape.OpenMany("eigh", 2, a) is not { } node)
            return (values, vectors);
        var (savedValues, savedVectors) = (node.Save(values), node.Save(vectors));
        node.Define(g =>
        {
            Tensor w = savedValues.Value, v = savedVectors.Value;
            Tensor? inner = g[0]?.diag_embed();
            if (g[1] is { } gradient)
            {
                var apart = w.unsqueeze(-2) - w.unsqueeze(-1) + eye(n, dtype: w.Type);
                var turn = v.mT.Times(gradient);
                var off = (turn - turn.mT) * 0.5 / apart;
                inner = inner is null ? off : inner + off;
            }

            return [inner is null ? null : v.Times(inner).Times(v.mT)];
        });
        node.Close(values);
        node.Close(vectors, 1);
        return (values, vectors);
    }
}
