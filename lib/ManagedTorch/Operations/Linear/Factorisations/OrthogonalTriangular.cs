using ManagedTorch.Autograd;
using static TorchSharp.torch;

namespace ManagedTorch.Operations;

/// <summary>
/// A = Q R with orthonormal columns in Q and an upper triangular R, for A (..., m, n). Reduced form, m at least n: with
/// M = R G_R' - G_Q' Q and copy(M) the symmetric matrix of M's lower triangle, the gradient of A is (G_Q + Q copy(M)) R'^-1
/// (Walter and Lehmann, 2010).
/// </summary>
internal static class OrthogonalTriangular
{
    public static (Tensor Q, Tensor R) Decompose(Tensor a, bool complete)
    {
        LinearAlgebra.Check("qr", a, square: false);
        long m = a.Sizes[^2], n = a.Sizes[^1], k = complete ? m : Math.Min(m, n);
        var parts = LinearAlgebra.Each("qr", a, false, [[m, k], [k, n]], matrix =>
        {
            var (q, r) = Householder(matrix.ToArray(), (int)m, (int)n);
            var (keptQ, keptR) = (new double[m * k], new double[k * n]);
            for (var i = 0; i < m; i++)
                for (var j = 0; j < k; j++)
                    keptQ[(i * k) + j] = q[i, j];
            for (var i = 0; i < k; i++)
                for (var j = i; j < n; j++)
                    keptR[(i * n) + j] = r[i, j];
            return [keptQ, keptR];
        });
        if (Tape.OpenMany("qr", 2, a) is not { } node)
            return (parts[0], parts[1]);
        var (savedQ, savedR) = (node.Save(parts[0]), node.Save(parts[1]));
        node.Define(g =>
        {
            if (m < n || k != n)
                throw new NotSupportedException(
                    "qr: the gradient is known for the reduced form of matrices with at least as many rows as columns.");
            Tensor q = savedQ.Value, r = savedR.Value;
            Tensor fromQ = g[0] ?? q.zeros_like(), fromR = g[1] ?? r.zeros_like();
            var mixed = r.Times(fromR.mT) - fromQ.mT.Times(q);
            var symmetric = mixed.tril() + mixed.tril(-1).mT;
            return [Inversion.Solve(r, (fromQ + q.Times(symmetric)).mT).mT];
        });
        node.Close(parts[0]);
        node.Close(parts[1], 1);
        return (parts[0], parts[1]);
    }

    // LAPACK's reflections, whose signs PyTorch shows: MathNet chooses others. Q is built up from its reflections.
    private static (double[,] Q, double[,] R) Householder(double[,] r, int m, int n)
    {
        var q = new double[m, m];
        for (var i = 0; i < m; i++)
            q[i, i] = 1;
        for (var c = 0; c < Math.Min(m - 1, n); c++)
        {
            double below = 0;
            for (var i = c + 1; i < m; i++)
                below += r[i, c] * r[i, c];
            if (below == 0)
                continue;
            var length = -double.CopySign(Math.Sqrt((r[c, c] * r[c, c]) + below), r[c, c]);
            var v = new double[m];
            v[c] = r[c, c] - length;
            for (var i = c + 1; i < m; i++)
                v[i] = r[i, c];
            var scale = 2 / ((v[c] * v[c]) + below);
            for (var j = c; j < n; j++)
            {
                double dot = 0;
                for (var i = c; i < m; i++)
                    dot += v[i] * r[i, j];
                for (var i = c; i < m; i++)
                    r[i, j] -= scale * dot * v[i];
            }

            for (var row = 0; row < m; row++)
            {
                double dot = 0;
                for (var i = c; i < m; i++)
                    dot += q[row, i] * v[i];
                for (var i = c; i < m; i++)
                    q[row, i] -= scale * dot * v[i];
            }
        }

        return (q, r);
    }
}
