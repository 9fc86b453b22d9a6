using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/further.py.</summary>
internal static class FurtherCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("further");
        AddStatistics(g);
        AddLinearAlgebra(g);
        AddRearrangements(g);
        foreach (var (name, function) in new (string, Func<Tensor, Tensor>)[] { ("tan", tan), ("sinh", sinh), ("cosh", cosh),
            ("exp2", exp2) })
        {
            g.Add($"{name}/float32", function);
            g.Add($"{name}/float64", function);
        }

        g.Add("logit/plain", x => logit(x));
        g.Add("logit/eps", x => logit(x, 0.2));
        return g;
    }

    private static void AddStatistics(ParityGroup g)
    {
        g.Add("std_mean/whole", x => std_mean(x));
        g.Add("std_mean/dim", x => std_mean(x, 1, keepdim: true));
        g.Add("var_mean/whole", x => var_mean(x));
        g.Add("var_mean/dim", x => var_mean(x, 0, unbiased: false));
        foreach (var variant in new[] { "odd", "even", "int64" })
            g.Add($"median/{variant}", median);
        g.Add("quantile/vector", (x, q) => quantile(x, q.detach(), 0));
        g.Add("quantile/rows", (x, q) => quantile(x, q.detach(), 1));
        g.Add("quantile/keep", (x, q) => quantile(x, q.detach(), 0, keepdim: true));
        g.Add("histc/range", x => histc(x, 7, -2, 2));
        g.Add("histc/own", x => histc(x, 5));
        g.Add("bincount/plain", x => bincount(x));
        g.Add("bincount/longer", x => bincount(x, minlength: 9));
        g.Add("bincount/weights", (x, w) => bincount(x, w));
        g.Add("unique/int64", x => unique(x, return_inverse: true, return_counts: true));
        g.Add("unique/float32", x => unique(x, return_inverse: true, return_counts: true));
        g.Add("multinomial/with", x => Draw(x, 12, true));
        g.Add("multinomial/without", x => Draw(x, 4, false));
    }

    private static Tensor Draw(Tensor weights, long count, bool replacement)
    {
        manual_seed(42);
        return multinomial(weights.detach(), count, replacement);
    }

    private static void AddLinearAlgebra(ParityGroup g)
    {
        g.Add("linalg/inv", linalg.inv);
        g.Add("linalg/det", linalg.det);
        g.Add("linalg/solve", (a, b) => linalg.solve(a, b));
        g.Add("linalg/solve_vector", (a, b) => linalg.solve(a, b));
        g.Add("linalg/svdvals", linalg.svdvals);
        g.Add("linalg/eigvalsh", x => linalg.eigvalsh(x));
        g.Add("linalg/norm", x => linalg.norm(x));
        g.Add("linalg/vector_norm", x => linalg.vector_norm(x, 3, [0, 1]));
        g.Add("addmm/plain", (x, a, b) => addmm(x, a, b, 0.5f, 2));
        g.Add("baddbmm/plain", (x, a, b) => baddbmm(x, a, b, 0.5f, 2));
        g.Add("inner/2", inner);
        foreach (var offset in new[] { -1, 0, 2 })
        {
            g.Add($"diag_embed/{offset}", x => diag_embed(x, offset));
            g.Add($"tril_indices/{offset}", () => tril_indices(3, 4, offset));
            g.Add($"triu_indices/{offset}", () => triu_indices(3, 4, offset));
        }
    }

    private static void AddRearrangements(ParityGroup g)
    {
        g.Add("fliplr/2", fliplr);
        g.Add("flipud/2", flipud);
        g.Add("moveaxis/3", x => moveaxis(x, 0, -1));
        g.Add("roll/two", x => roll(x, [1, -2], [0, 1]));
        g.Add("take_along_dim/argsort", x => take_along_dim(x, x.argsort(1), 1));
        g.Add("take_along_dim/broadcast", (x, i) => take_along_dim(x, i, 1));
        g.Add("index_add/0", (x, i, s) => index_add(x, 0, i, s, 0.5));
        g.Add("index_add/1", (x, i, s) => index_add(x, 1, i, s, 1));
        g.Add("index_fill/1", (x, i) => index_fill(x, 1, i, -1));
        g.AddMany("broadcast_tensors/2", x => broadcast_tensors(x).ToArray());
    }
}
