using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Parity.Cases;

/// <summary>tests/fixtures/parity/cases/activations.py.</summary>
internal static class ActivationCases
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Functions = new()
    {
        ["leaky_relu"] = x => leaky_relu(x, 0.2),
        ["elu"] = x => elu(x, 1.5),
        ["selu"] = x => selu(x),
        ["celu"] = x => celu(x, 0.7),
        ["relu6"] = x => relu6(x),
        ["rrelu"] = x => rrelu(x),
        ["threshold"] = x => threshold(x, 0.5, -2),
        ["hardswish"] = x => hardswish(x),
        ["hardsigmoid"] = x => hardsigmoid(x),
        ["hardtanh"] = x => hardtanh(x, -0.5, 2),
        ["hardshrink"] = x => hardshrink(x, 0.75),
        ["softshrink"] = x => softshrink(x, 0.75),
        ["softplus"] = x => softplus(x, 2, 10),
        ["logsigmoid"] = logsigmoid,
        ["silu"] = x => silu(x),
        ["mish"] = x => mish(x),
        ["softsign"] = x => softsign(x),
        ["tanhshrink"] = x => tanhshrink(x),
        ["glu"] = x => glu(x, 1),
        ["softmin"] = x => softmin(x, 1),
        ["elu_scaled"] = x => x.elu(1.5, 0.8, 1.25),
    };

    public static ParityGroup Create()
    {
        var g = new ParityGroup("activations");
        foreach (var (name, function) in Functions)
        {
            g.Add($"{name}/float32", function);
            g.Add($"{name}/float64", function);
            g.Add($"{name}/transposed", x => function(x.t()));
            g.Add($"{name}/empty", function);
            if (name is "glu" or "softmin")
                continue;
            foreach (var variant in new[] { "far", "number", "near_zero" })
                g.Add($"{name}/{variant}", function);
        }

        foreach (var name in new[]
        {
            "hardswish", "hardsigmoid", "hardtanh", "relu6", "threshold", "hardshrink", "softshrink", "leaky_relu", "elu", "softplus",
        })
            g.Add($"{name}/bends", Functions[name]);
        g.Add("glu/last", x => glu(x));
        g.Add("softmax2d/4", softmax2d);
        foreach (var variant in new[] { "one", "channels", "float64" })
            g.Add($"prelu/{variant}", (x, w) => prelu(x, w));
        g.Add("leaky_relu/inplace", x => leaky_relu(x * 1, 0.2, inplace: true));
        g.Add("selu/inplace", x => selu(x * 1, inplace: true));
        g.Add("hardswish/inplace", x => hardswish(x * 1, inplace: true));
        g.Add("silu/inplace", x => silu(x * 1, inplace: true));
        return g;
    }
}
