using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/special.py.</summary>
internal static class SpecialCases
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> OfOne = new()
    {
        ["entr"] = special.entr,
        ["erfcx"] = special.erfcx,
        ["expit"] = special.expit,
        ["exp2"] = special.exp2,
        ["gammaln"] = special.gammaln,
        ["i0"] = special.i0,
        ["i0e"] = special.i0e,
        ["i1"] = special.i1,
        ["i1e"] = special.i1e,
        ["logit"] = special.logit,
        ["ndtr"] = special.ndtr,
        ["ndtri"] = special.ndtri,
        ["psi"] = special.psi,
        ["digamma"] = special.digamma,
        ["erf"] = special.erf,
        ["erfc"] = special.erfc,
        ["erfinv"] = special.erfinv,
        ["expm1"] = special.expm1,
        ["sinc"] = special.sinc,
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("special");
        foreach (var (name, f) in OfOne)
        {
            g.Add($"{name}/float32", f);
            g.Add($"{name}/float64", x => f(x.t()));
            g.Add($"{name}/one", f);
            g.Add($"{name}/empty", f);
            g.Add($"{name}/borders", f);
            g.Add($"{name}/integers", f);
        }

        foreach (var name in new[] { "i1", "i1e", "entr" })
            g.Add($"{name}/zero", OfOne[name]);
        g.Add("xlog1py/same", special.xlog1py);
        g.Add("xlog1py/broadcast", special.xlog1py);
        g.Add("xlog1py/float64", special.xlog1py);
        g.Add("xlog1py/borders", (a, b) => special.xlog1py(a.unsqueeze(1), b));
        IncompleteGamma(g, "gammainc", special.gammainc);
        IncompleteGamma(g, "gammaincc", special.gammaincc);
        g.Add("zeta/float32", q => special.zeta(tensor(new[] { 1.5f, 2, 4.25f }).unsqueeze(1), q));
        g.Add("zeta/float64", q => special.zeta(tensor(new[] { 1.5, 2, 4.25 }).unsqueeze(1), q));
        g.Add("zeta/borders", (s, q) => special.zeta(s.unsqueeze(1), q));
        foreach (var p in new[] { 1, 2, 4 })
            g.Add($"multigammaln/{p}", x => special.multigammaln(x, p));
        g.Add("polygamma/1", x => special.polygamma(1, x));
        g.Add("softmax", x => special.softmax(x, 1));
        g.Add("log_softmax", x => special.log_softmax(x, 0));
        g.Add("softmax/dtype", x => special.softmax(x, 1, ScalarType.Float64));
        g.Add("log_softmax/dtype", x => special.log_softmax(x, 1, ScalarType.Float64));
        return g;
    }

    private static void IncompleteGamma(ParityGroup g, string name, Func<Tensor, Tensor, Tensor> f)
    {
        g.Add($"{name}/float32", f);
        g.Add($"{name}/float64", f);
        g.Add($"{name}/borders", (s, x) => f(s.unsqueeze(1), x));
        g.Add($"{name}/negative", f);
        g.Add($"{name}/empty", f);
    }
}
