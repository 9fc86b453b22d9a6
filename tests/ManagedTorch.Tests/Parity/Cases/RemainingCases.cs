using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>The C# side of tests/fixtures/parity/cases/remaining.py.</summary>
internal static class RemainingCases
{
    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> Comparisons = new()
    {
        ["eq"] = eq,
        ["ne"] = ne,
        ["lt"] = lt,
        ["le"] = le,
        ["gt"] = gt,
        ["ge"] = ge,
        ["greater"] = (a, b) => a.greater(b),
        ["greater_equal"] = (a, b) => a.greater_equal(b),
        ["less"] = (a, b) => a.less(b),
        ["less_equal"] = (a, b) => a.less_equal(b),
        ["not_equal"] = (a, b) => a.not_equal(b),
        ["logical_xor"] = logical_xor,
        ["isclose"] = (a, b) => isclose(a, b),
    };

    private static readonly Dictionary<string, Func<Tensor, Tensor, Tensor>> LossFunctions = new()
    {
        ["smooth_l1"] = (x, y) => smooth_l1_loss(x, y, beta: 0.5),
        ["huber"] = (x, y) => huber_loss(x, y, 0.7),
        ["soft_margin"] = (x, y) => soft_margin_loss(x, y.detach().sign()),
        ["hinge_embedding"] = (x, y) => hinge_embedding_loss(x, y.detach().sign(), 0.8),
        ["poisson_nll"] = (x, y) => poisson_nll_loss(x, y.detach().abs()),
        ["margin_ranking"] = (x, y) => margin_ranking_loss(x, y, ones(4), 0.3),
        ["multilabel_soft_margin"] = (x, y) => multilabel_soft_margin_loss(x, (y.detach() > 0).@float()),
        ["pairwise_distance"] = (x, y) => pairwise_distance(x, y),
        ["triplet_margin"] = (x, y) => triplet_margin_loss(x, y, x.flip(0)),
        ["triplet_distance"] = (x, y) => triplet_margin_with_distance_loss(x, y, y.flip(0)),
    };

    private static readonly Dictionary<string, Func<nn.Module<Tensor, Tensor>>> BorderLayers = new()
    {
        ["ConstantPad2d"] = () => nn.ConstantPad2d(2, 0.5),
        ["ConstantPad3d"] = () => nn.ConstantPad3d(1, 0.5),
        ["ReflectionPad3d"] = () => nn.ReflectionPad3d(1),
        ["ReplicationPad2d"] = () => nn.ReplicationPad2d(2),
        ["ReplicationPad3d"] = () => nn.ReplicationPad3d(1),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("remaining");
        foreach (var (name, f) in Comparisons)
        {
            g.Add($"{name}/values", (a, b) => f(a.unsqueeze(1), b));
            g.Add($"{name}/transposed", (a, b) => f(a.t(), b));
            g.Add($"{name}/empty", f);
        }

        g.Add("isreal", x => isreal(x));
        foreach (var (name, f) in new Dictionary<string, Func<Tensor, Tensor, Tensor>> { ["vdot"] = vdot, ["ger"] = ger })
        {
            g.Add($"{name}/plain", f);
            g.Add($"{name}/strided", (a, b) => f(a.select(1, 1), b));
            g.Add($"{name}/one", f);
            g.Add($"{name}/empty", f);
        }

        foreach (var shape in new[] { "0()", "1(1,)", "2(2,)", "2(0,)" })
        {
            g.Add($"atleast_1d/{shape}", x => x.atleast_1d());
            g.Add($"ravel/{shape}", x => ravel(x.ndim > 1 ? x.mT : x));
            g.Add($"clamp_min/{shape}", x => clamp_min(x, 0.1));
            g.Add($"clamp_max/{shape}", x => clamp_max(x, 0.1));
            g.Add($"full_like/{shape}", x => full_like(x, 2.5));
        }

        g.Add("swapdims", x => swapdims(x, 0, 2));
        g.Add("chain_matmul", (a, b, c) => chain_matmul(a, b, c));
        g.Add("cholesky_inverse", x => cholesky_inverse(x));
        g.Add("pinverse", x => pinverse(x));
        g.Add("trapz", y => trapz(y, 0.5));
        g.Add("logspace", () => logspace(-1, 2, 7));
        g.Add("logspace/base", () => logspace(0, 5, 6, 2));
        g.Add("masked_scatter_", (x, y) => x.clone().masked_scatter_(x > 0, y));
        g.Add("row_stack", (a, b) => row_stack([a, b]));
        g.Add("new_full", x => x.new_full(2, 3, 7));
        g.Add("new_ones", x => x.new_ones(2, 3));
        foreach (var (name, f) in LossFunctions)
            g.Add($"loss/{name}", f);
        foreach (var (name, make) in BorderLayers)
        {
            g.Add($"border/{name}", x => make().call(x));
            g.Add($"border/{name}/transposed", x => make().call(x.transpose(2, 3)));
        }

        g.Add("InstanceNorm3d", x => nn.InstanceNorm3d(2).call(x));
        g.Add("Dropout3d", x =>
        {
            manual_seed(4);
            return nn.Dropout3d(0.4).call(x);
        });
        return g;
    }
}
