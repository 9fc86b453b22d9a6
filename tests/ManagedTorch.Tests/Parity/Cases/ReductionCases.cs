using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/reductions.py.</summary>
internal static class ReductionCases
{
    private static readonly Dictionary<string, long[]> Places = new()
    {
        ["last"] = [-1], ["first"] = [0], ["middle"] = [1], ["two"] = [0, 2], ["last_two"] = [1, 2], ["negative"] = [-2, -1],
        ["all_named"] = [0, 1, 2],
    };

    private static readonly Dictionary<string, Func<Tensor, int, bool, Tensor>> AlongOne = new()
    {
        ["argmax"] = (x, d, k) => x.argmax(d, k), ["argmin"] = (x, d, k) => x.argmin(d, k),
        ["all"] = (x, d, k) => (x > -1).all(d, k), ["any"] = (x, d, k) => (x > 1).any(d, k),
        ["norm1"] = (x, d, k) => x.norm(d, k, 1), ["norm2"] = (x, d, k) => x.norm(d, k), ["norm3"] = (x, d, k) => x.norm(d, k, 3),
        ["norm_inf"] = (x, d, k) => x.norm(d, k, float.PositiveInfinity), ["logsumexp"] = (x, d, k) => x.logsumexp(d, k),
        ["prod"] = (x, d, k) => x.prod(d, k),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor>> Whole = new()
    {
        ["sum"] = x => x.sum(), ["mean"] = x => x.mean(), ["var"] = x => x.var(), ["var_biased"] = x => x.var(unbiased: false),
        ["std"] = x => x.std(),
        ["max"] = x => x.max(), ["min"] = x => x.min(), ["argmax"] = x => x.argmax(), ["argmin"] = x => x.argmin(),
        ["all"] = x => (x > -9).all(),
        ["any"] = x => (x > 9).any(), ["norm"] = x => x.norm(), ["norm1"] = x => x.norm(p: 1f), ["prod"] = x => x.prod(),
        ["amax"] = x => x.amax(),
        ["count_nonzero"] = x => (x > 0).count_nonzero(),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("reductions");
        AddOverDimensions(g);
        AddWhole(g);
        AddSpecial(g);
        AddOrders(g);
        return g;
    }

    private static void AddOverDimensions(ParityGroup g)
    {
        foreach (var (place, dims) in Places)
        {
            foreach (var keep in new[] { false, true })
            {
                var name = keep ? place + "_keep" : place;
                g.Add($"sum/{name}", x => x.sum(dims, keep));
                g.Add($"mean/{name}", x => x.mean(dims, keep));
                g.Add($"var/{name}", x => x.var(dims, keepdim: keep));
                g.Add($"var_biased/{name}", x => x.var(dims, unbiased: false, keepdim: keep));
                g.Add($"std/{name}", x => x.std(dims, keepdim: keep));
                g.Add($"amax/{name}", x => x.amax(dims, keep));
                g.Add($"amin/{name}", x => x.amin(dims, keep));
            }
        }

        foreach (var (name, function) in AlongOne)
        {
            foreach (var dim in new[] { 0, 1, -1 })
            {
                g.Add($"{name}/{dim}", x => function(x, dim, false));
                g.Add($"{name}/{dim}_keep", x => function(x, dim, true));
            }

            g.Add($"{name}/float64", x => function(x, 1, false));
            g.Add($"{name}/transposed", x => function(x.t(), 1, false));
            g.Add($"{name}/one_element", x => function(x, 0, false));
            if (!name.StartsWith("norm") && name != "logsumexp")
                g.Add($"{name}/int64", x => function(x, 1, false));
        }

        AddExtreme(g, "max", (x, dim, keep) => x.max(dim, keep));
        AddExtreme(g, "min", (x, dim, keep) => x.min(dim, keep));
    }

    private static void AddExtreme(ParityGroup g, string name, Func<Tensor, int, bool, (Tensor Values, Tensor Indexes)> function)
    {
        foreach (var dim in new[] { 0, 1, -1 })
        {
            g.Add($"{name}/{dim}", x => function(x, dim, false));
            g.Add($"{name}/{dim}_keep", x => function(x, dim, true));
        }

        foreach (var variant in new[] { "float64", "int64", "nan" })
            g.Add($"{name}/{variant}", x => function(x, 1, false));
        g.Add($"{name}/transposed", x => function(x.t(), 1, false));
        g.Add($"{name}/one_element", x => function(x, 0, false));
        g.Add($"{name}/ties", x => function(x, 1, false).Values);
        g.Add($"{name}/whole_ties", Whole[name]);
    }

    private static void AddWhole(ParityGroup g)
    {
        foreach (var (name, function) in Whole)
        {
            g.Add($"{name}/whole", function);
            g.Add($"{name}/whole_float64", function);
            g.Add($"{name}/whole_transposed", x => function(x.t()));
            g.Add($"{name}/whole_expanded", x => function(x.expand(3, 4)));
            if (name is not ("var" or "std"))
                g.Add($"{name}/scalar", function);
            if (name is not ("max" or "min" or "argmax" or "argmin" or "amax" or "var" or "std" or "var_biased" or "mean"))
                g.Add($"{name}/empty", function);
        }
    }

    private static void AddSpecial(ParityGroup g)
    {
        g.Add("mean/empty", x => x.mean());
        g.Add("sum/empty_dim0", x => x.sum(dim: 0));
        g.Add("sum/empty_dim1", x => x.sum(dim: 1));
        g.Add("amax/empty_dim1", x => x.amax(1));
        g.Add("max/empty_dim1", x => x.max(1));
        g.Add("all/empty_dim0", x => (x > 0).all(0));
        g.Add("any/empty_dim0", x => (x > 0).any(0));
        g.Add("prod/empty_dim0", x => x.prod(dim: 0));
        g.Add("sum/as_double", x => x.sum(1, type: ScalarType.Float64));
        g.Add("mean/as_float", x => x.mean([1], type: ScalarType.Float32));
        g.Add("sum/int32", x => x.sum(dim: 0));
        g.Add("sum/bool", x => (x > 0).sum(1));
        g.Add("sum/long_row", x => x.sum(dim: 1));
        g.Add("sum/long_column", x => x.sum(dim: 0));
        g.Add("sum/rank5", x => x.sum([0, 2, 4]));
        g.Add("amax/ties", x => x.amax(1));
        g.Add("norm2/zero_row", x => x.norm(1));
        g.Add("norm2/both", x => x.norm(1).sum() * x.norm(0));
        g.Add("logsumexp/infinite", x => x.logsumexp(1));
        g.Add("logsumexp/large", x => x.logsumexp(1));
        g.Add("prod/zeros", x => x.prod(dim: 1));
        foreach (var dim in new[] { 0, 1, -1 })
            g.Add($"cumsum/{dim}", x => x.cumsum(dim));
        g.Add("cumsum/int64", x => x.cumsum(0));
        g.Add("cumsum/bool", x => (x > 0).cumsum(1));
        g.Add("cumsum/scalar", x => x.cumsum(0));
        g.Add("cumsum/empty", x => x.cumsum(0));
    }

    private static void AddOrders(ParityGroup g)
    {
        foreach (var dim in new[] { 0, 1, -1 })
        {
            g.Add($"sort/{dim}", x => x.sort(dim));
            g.Add($"sort/{dim}_descending", x => x.sort(dim, descending: true));
            g.Add($"argsort/{dim}", x => x.argsort(dim));
            g.Add($"argsort/{dim}_descending", x => x.argsort(dim, descending: true));
            g.Add($"topk/{dim}", x => x.topk(2, dim));
            g.Add($"topk/{dim}_smallest", x => x.topk(3, dim, largest: false));
        }

        foreach (var variant in new[] { "int64", "nan", "empty" })
            g.Add($"sort/{variant}", x => x.sort());
        g.Add("topk/none", x => x.topk(0));
    }
}
