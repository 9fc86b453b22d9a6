using ManagedTorch.Autograd;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A = U diag(s) V' for A (..., m, n), s descending, k = min(m, n). With skew(X) = X - X' and E_ij = s_j^2 - s_i^2 the gradient of A is
/// U [diag(g_s) + (skew(U'G_U) diag(s) + diag(s) skew(V'G_V)) / E] V' + (I - UU') G_U diag(1/s) V' + U diag(1/s) G_V' (I - VV').
/// Equal singular values have no gradient through U and V.
/// </summary>
internal static class SingularValues
{
    public static (Tensor U, Tensor S, Tensor Vh) Decompose(Tensor a, bool full)
    {
        LinearAlgebra.Check("svd", a, square: false);
        long m = a.Sizes[^2], n = a.Sizes[^1], k = Math.Min(m, n);
        if (k == 0)
            throw Core.Errors.Shape("svd", a.Sizes, "the matrices are empty");
        var parts = LinearAlgebra.Each("svd", a, false, [[m, full ? m : k], [k], [full ? n : k, n]], matrix =>
        {
            var svd = matrix.Svd();
            var u = full ? svd.U : svd.U.SubMatrix(0, (int)m, 0, (int)k);
            var vh = full ? svd.VT : svd.VT.SubMatrix(0, (int)k, 0, (int)n);
            return [LinearAlgebra.Flat(u), svd.S.ToArray(), LinearAlgebra.Flat(vh)];
        });
        if (Tape.OpenMany("svd", 3, a) is not { } node)
            return (parts[0], parts[1], parts[2]);
        var (savedU, savedS, savedVh) = (node.Save(parts[0]), node.Save(parts[1]), node.Save(parts[2]));
        node.Define(g =>
        {
            if (full && m != n && (g[0] is not null || g[2] is not null))
                throw new NotSupportedException("svd: the vectors beyond the smaller dimension have no gradient; use fullMatrices: false.");
            var u = savedU.Value.narrow(-1, 0, k);
            var vh = savedVh.Value.narrow(-2, 0, k);
            return [Backward(g, u, savedS.Value, vh, m, n, k)];
        });
        for (var i = 0; i < 3; i++)
            node.Close(parts[i], i);
        return (parts[0], parts[1], parts[2]);
    }

    private static Tensor? Backward(Tensor?[] g, Tensor u, Tensor s, Tensor vh, long m, long n, long k)
    {
        var inner = g[1]?.diag_embed();
        Tensor? result = null;
        if (g[0] is not null || g[2] is not null)
        {
            Tensor row = s.unsqueeze(-2), column = s.unsqueeze(-1);
            var apart = (row * row) - (column * column) + eye(k, dtype: s.Type);
            if (g[0] is { } fromU)
            {
                inner = Sum(inner, Skew(u.mT.Times(fromU)) * row / apart);
                if (m > k)
                {
                    var scaled = fromU / row;
                    result = (scaled - u.Times(u.mT.Times(scaled))).Times(vh);
                }
            }

            if (g[2] is { } fromV)
            {
                inner = Sum(inner, column * Skew(vh.Times(fromV.mT)) / apart);
                if (n > k)
                {
                    var scaled = fromV / column;
                    result = Sum(result, u.Times(scaled - scaled.Times(vh.mT).Times(vh)));
                }
            }
        }

        return inner is null ? null : Sum(result, u.Times(inner).Times(vh));
    }

    private static Tensor Skew(Tensor x) => x - x.mT;

    private static Tensor Sum(Tensor? a, Tensor b) => a is null ? b : a + b;
}
