using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/statistics.py.</summary>
internal static class StatisticsCases
{
    public static ParityGroup Create()
    {
        var g = new ParityGroup("statistics");
        foreach (var name in new[] { "float32", "int64", "uint8", "bool" })
            foreach (var dim in name == "float32" ? new[] { 0, 1 } : [0, 1, -1])
                g.Add($"unique/{name}/{dim}", x => unique(x, return_inverse: true, return_counts: true, dim: dim));
        g.Add("unique/transposed", x => unique(x.t(), return_inverse: true, return_counts: true, dim: 0));
        g.Add("unique/vector", x => unique(x, return_inverse: true, return_counts: true, dim: 0));
        g.Add("unique/one", x => unique(x, return_inverse: true, return_counts: true, dim: 1));
        g.Add("unique/none", x => unique(x, return_inverse: true, return_counts: true, dim: 0));
        g.Add("unique_consecutive/dim1", x => unique_consecutive(x, true, true, 1));
        g.Add("unique_consecutive/all", x => unique_consecutive(x, true, true));

        foreach (var type in new[] { "float32", "float64" })
        {
            g.Add($"histogram/{type}", x => histogram(x, 7));
            g.Add($"histogram/{type}/range", x => histogram(x, 5, (-1, 1)));
            g.AddMany($"histogram/{type}/weight", x => Both(histogram(x[0], 5, (-1, 1), x[1])));
            g.Add($"histogram/{type}/density", x => histogram(x, 4, density: true));
            g.AddMany($"histogram/{type}/edges", x => Both(histogram(x[0], x[1])));
            g.AddMany($"histogram/{type}/edges_density", x => Both(histogram(x[0], x[1], x[2], density: true)));
        }

        g.Add("histogram/whole", x => histogram(x, 4, (0, 4)));
        g.Add("histogram/equal", x => histogram(x, 3));
        g.Add("histogram/transposed", x => histogram(x.t(), 3));
        g.Add("histogram/one", x => histogram(x, 1));
        g.Add("histc/range", x => histc(x, 6, -2, 2));
        g.Add("histc/own", x => histc(x, 6));
        g.Add("bincount", x => bincount(x, minlength: 9));
        g.Add("bincount/weights", (x, w) => bincount(x, w));

        var q = new[] { 0, 0.3f, 0.5f, 1 };
        g.Add("nanquantile/vector", x => nanquantile(x, tensor(q), dim: 1));
        g.Add("nanquantile/number", x => nanquantile(x, tensor(0.4f), dim: 0));
        g.Add("nanquantile/keep", x => nanquantile(x, tensor(q), dim: 0, keepdim: true));
        g.Add("nanquantile/nothing", x => nanquantile(x, tensor(q), dim: 1));
        g.Add("nanquantile/float64", x => nanquantile(x, tensor(q).to_type(ScalarType.Float64), dim: -1));
        foreach (var (name, p) in new[] { ("1.0", 1f), ("2.0", 2f), ("3.0", 3f) })
            g.Add($"renorm/{name}", x => renorm(x, p, 0, 1.5f));
        g.Add("renorm/dim2", x => renorm(x, 2, 2, 2));
        g.Add("renorm/transposed", x => renorm(x.t(), 2, 1, 1));
        g.Add("renorm/empty", x => renorm(x, 2, 0, 1));
        return g;
    }

    private static Tensor[] Both((Tensor Histogram, Tensor Edges) pair) => [pair.Histogram, pair.Edges];
}
