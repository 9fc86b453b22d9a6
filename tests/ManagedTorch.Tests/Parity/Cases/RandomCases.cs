using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/random.py.</summary>
internal static class RandomCases
{
    private static readonly Dictionary<string, Func<Tensor, ulong, Tensor>> Fills = new()
    {
        ["exponential_"] = (x, s) => x.exponential_(1.5, new Generator(s)),
        ["cauchy_"] = (x, s) => x.cauchy_(0.5, 2, new Generator(s)),
        ["log_normal_"] = (x, s) => x.log_normal_(0.2, 0.5, new Generator(s)),
        ["geometric_"] = (x, s) => x.geometric_(0.3, new Generator(s)),
        ["random_"] = (x, s) => x.random_(-5, 1000, new Generator(s)),
        ["uniform_"] = (x, s) => x.uniform_(-2, 3, new Generator(s)),
        ["normal_"] = (x, s) => x.normal_(1, 2, new Generator(s)),
        ["bernoulli_"] = (x, s) => x.bernoulli_(0.4, new Generator(s)),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("random");
        foreach (var (name, fill) in Fills)
        {
            g.Add($"{name}/float32", () => fill(empty(5, 7), 3));
            g.Add($"{name}/float64", () => fill(empty(5, 7, ScalarType.Float64), 4));
            g.Add($"{name}/one", () => fill(empty(1), 5));
            g.Add($"{name}/empty", () => fill(empty(0, 3), 6));
            g.Add($"{name}/transposed", () => fill(zeros(5, 4).t(), 7));
            g.Add($"{name}/strided", () => fill(zeros(3, 8, 2)[.., TensorIndex.Slice(null, null, 2)].transpose(0, 2), 8));
        }

        foreach (var (name, type) in new[] { ("int64", ScalarType.Int64), ("int32", ScalarType.Int32), ("uint8", ScalarType.Byte) })
        {
            g.Add($"geometric_/{name}", () => empty(20, type).geometric_(0.3, new Generator(1)));
            g.Add($"random_/{name}", () => empty(20, type).random_(3, 77, new Generator(1)));
            g.Add($"bernoulli_/{name}", () => empty(20, type).bernoulli_(0.4, new Generator(1)));
        }

        g.Add("bernoulli_/tensor", p => empty(4, 5).bernoulli_(p, new Generator(2)));
        g.Add("bernoulli_/tensor64", p => empty(4, 5).bernoulli_(p, new Generator(2)));
        g.Add("bernoulli/float32", p => bernoulli(p, new Generator(2)));
        g.Add("bernoulli/float64", p => bernoulli(p, new Generator(2)));
        g.Add("poisson/low", x => poisson(x, new Generator(2)));
        g.Add("poisson/high", x => poisson(x, new Generator(3)));
        g.Add("poisson/mixed64", x => poisson(x, new Generator(3)));
        g.Add("poisson/zero", x => poisson(x, new Generator(3)));
        g.Add("normal/both", (m, s) => normal(m, s, new Generator(4)));
        g.Add("normal/broadcast", (m, s) => normal(m, s, new Generator(4)));
        g.Add("multinomial/rows", w => multinomial(w, 4, generator: new Generator(5)));
        g.Add("multinomial/rows_replaced", w => multinomial(w, 12, true, new Generator(5)));
        g.Add("multinomial/rows_one", w => multinomial(w, 1, generator: new Generator(5)));
        g.Add("eye_", () => nn.init.eye_(empty(3, 5)));
        g.Add("dirac_/1d", () => nn.init.dirac_(empty(4, 3, 3)));
        g.Add("dirac_/2d", () => nn.init.dirac_(empty(2, 3, 3, 4)));
        g.Add("dirac_/3d", () => nn.init.dirac_(empty([2, 2, 3, 1, 2])));
        g.Add("sparse_", () =>
        {
            manual_seed(11);
            return nn.init.sparse_(empty(6, 4), 0.4);
        });
        return g;
    }
}
