using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The part linear_algebra of tests/fixtures/parity/cases/breadth.py.</summary>
internal static class BreadthLinearAlgebraCases
{
    public static void AddTo(ParityGroup g)
    {
        g.Add("linalg/inv", linalg.inv);
        g.Add("linalg/inv_float32", linalg.inv);
        g.Add("linalg/det", linalg.det);
        g.Add("linalg/slogdet", x => linalg.slogdet(x));
        g.Add("linalg/logdet", logdet);
        g.Add("linalg/solve", (a, b) => linalg.solve(a, b));
        g.Add("linalg/solve_vector", (a, b) => linalg.solve(a, b));
        g.Add("linalg/solve_broadcast", (a, b) => linalg.solve(a, b));
        g.Add("linalg/solve_right", (a, b) => linalg.solve(a, b, left: false));
        g.Add("linalg/solve_triangular", (a, b) => linalg.solve_triangular(a, b, upper: true));
        g.Add("linalg/cholesky", linalg.cholesky);
        g.Add("linalg/eigvalsh", x => linalg.eigvalsh(x));
        g.AddMany("linalg/eigh", x =>
        {
            var (values, vectors) = linalg.eigh(x[0]);
            return [values, vectors.square()];
        });
        g.Add("linalg/svdvals", linalg.svdvals);
        foreach (var shape in new[] { "tall", "wide", "square" })
        {
            g.AddMany($"linalg/svd_{shape}", x =>
            {
                var (u, s, vh) = linalg.svd(x[0], fullMatrices: false);
                return [u.square(), s, vh.square()];
            });
        }

        g.AddMany("linalg/svd_full", x =>
        {
            var (u, s, _) = linalg.svd(x[0]);
            return [s, u.matmul(u.mT).detach()];
        });
        foreach (var variant in new[] { "tall", "square", "wide" })
            g.Add($"linalg/qr_{variant}", x => linalg.qr(x));
        g.Add("linalg/qr_complete", x => linalg.qr(x, linalg.QRMode.Complete));
        foreach (var variant in new[] { "tall", "wide", "rank2" })
            g.Add($"linalg/pinv_{variant}", x => linalg.pinv(x));
        g.Add("linalg/matrix_rank", x => linalg.matrix_rank(x));
        g.AddMany("linalg/lstsq", x =>
        {
            var (solution, residuals, rank, _) = linalg.lstsq(x[0], x[1]);
            return [solution, residuals, rank];
        });
        g.Add("linalg/matrix_exp", linalg.matrix_exp);
        foreach (var name in new[] { "fro", "nuc" })
            g.Add($"linalg/matrix_norm_{name}", x => linalg.matrix_norm(x, name));
        foreach (var order in new[] { 1, -1, 2, -2, double.PositiveInfinity, double.NegativeInfinity })
        {
            var name = double.IsFinite(order) ? $"{order}" : order > 0 ? "inf" : "-inf";
            g.Add($"linalg/matrix_norm_{name}", x => linalg.matrix_norm(x, order));
        }

        g.Add("linalg/matrix_norm_keep", x => linalg.matrix_norm(x, 2.0, [0, 2], keepdim: true));
        g.Add("linalg/norm_order", x => linalg.norm(x, 1));
        g.Add("linalg/cond", linalg.cond);
        g.Add("linalg/cross", (a, b) => linalg.cross(a, b, 1));
        g.AddMany("linalg/multi_dot", x => linalg.multi_dot(x));
        g.Add("linalg/vecdot", (a, b) => linalg.vecdot(a, b));
    }
}
