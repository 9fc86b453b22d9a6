using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/decompositions.py.</summary>
internal static class DecompositionCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("decompositions");
        foreach (var name in new[] { "square", "tall", "wide", "batch", "one" })
        {
            g.Add($"lu/{name}", a => linalg.lu(a));
            g.Add($"lu_factor/{name}", a => linalg.lu_factor(a));
            g.Add($"lu_unpack/{name}", a =>
            {
                var (factors, pivots) = linalg.lu_factor(a);
                return lu_unpack(factors, pivots);
            });
        }

        g.Add("lu/float32", a => linalg.lu(a));
        g.Add("lu/transposed", a => linalg.lu(a.mT));
        g.Add("lu/singular", a => linalg.lu(a));
        g.Add("lu/no_matrices", a => linalg.lu(a));
        g.Add("lu/infos", a => lu(a, get_infos: true));
        foreach (var left in new[] { true, false })
            foreach (var adjoint in new[] { false, true })
                g.Add($"lu_solve/{left}/{adjoint}", (a, b) =>
                {
                    var (factors, pivots) = linalg.lu_factor(a);
                    return linalg.lu_solve(factors, pivots, b, left, adjoint);
                });
        g.Add("lu_solve/function", (a, b) =>
        {
            var (factors, pivots) = linalg.lu_factor(a);
            return lu_solve(b, factors, pivots);
        });

        foreach (var name in new[] { "real", "batch", "turn", "float32", "one", "empty" })
            g.Add($"eigvals/{name}", a =>
            {
                var parts = linalg.eigvals(a).view_as_real();
                return (parts.select(-1, 0).sort().Values, parts.select(-1, 1).sort().Values);
            });
        g.Add("eig/real", SortedVectors);
        g.Add("eig/complex", SortedVectors);
        g.Add("eig/rebuilt", a =>
        {
            var (w, v) = linalg.eig(a);
            var residue = Product(a, v) - (v * w.unsqueeze(-2));
            Assert.True(residue.abs().max().item<double>() < 1e-12);
            return a;
        });

        g.Add("matrix_rank/tensors", a => linalg.matrix_rank(a, tensor(new[] { 0.0, 0.5, 100 })));
        g.Add("matrix_rank/relative", a => linalg.matrix_rank(a, tensor(0.0), tensor(0.4)));
        g.Add("tensorinv", a => linalg.tensorinv(a, 2));
        g.Add("tensorsolve", (a, b) => linalg.tensorsolve(a, b, null!));
        g.Add("tensorsolve/dims", (a, b) => linalg.tensorsolve(a, b, [0]));
        g.Add("slogdet", a => linalg.slogdet(a));
        g.Add("cholesky_solve", (b, l) => cholesky_solve(b, l));
        g.Add("solve_triangular", (a, b) => linalg.solve_triangular(a, b, upper: false));
        g.Add("solve_triangular/right", (a, b) => linalg.solve_triangular(a, b, upper: true, left: false, unitriangular: true));
        return g;
    }

    private static Tensor SortedVectors(Tensor a)
    {
        var (w, v) = linalg.eig(a);
        var order = w.view_as_real().select(-1, 0).detach().argsort();
        var size = v.view_as_real().pow(2).sum(-1);
        return size.gather(-1, order.unsqueeze(-2).expand(size.shape));
    }

    // A real matrix times a complex one.
    private static Tensor Product(Tensor a, Tensor v) =>
        complex(a.matmul(v.view_as_real().select(-1, 0)), a.matmul(v.view_as_real().select(-1, 1)));
}
