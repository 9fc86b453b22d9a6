using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>The activation modules hand their options to the functions that the parity cases check.</summary>
public sealed class ActivationModuleTests
{
    private static readonly Dictionary<string, (Func<Module<Tensor, Tensor>> Module, Func<Tensor, Tensor> Function)> Pairs = new()
    {
        ["LeakyReLU"] = (() => LeakyReLU(0.3), x => functional.leaky_relu(x, 0.3)),
        ["ELU"] = (() => ELU(0.5), x => functional.elu(x, 0.5)),
        ["SELU"] = (() => SELU(), x => functional.selu(x)),
        ["CELU"] = (() => CELU(0.5), x => functional.celu(x, 0.5)),
        ["ReLU6"] = (() => ReLU6(), x => functional.relu6(x)),
        ["RReLU"] = (() => RReLU(0.1, 0.2), x => functional.leaky_relu(x, 0.15)),
        ["Threshold"] = (() => Threshold(0.2, -1), x => functional.threshold(x, 0.2, -1)),
        ["Mish"] = (() => Mish(), x => functional.mish(x)),
        ["Softplus"] = (() => Softplus(2, 1), x => functional.softplus(x, 2, 1)),
        ["Softsign"] = (() => Softsign(), x => functional.softsign(x)),
        ["Tanhshrink"] = (() => Tanhshrink(), x => functional.tanhshrink(x)),
        ["LogSigmoid"] = (() => LogSigmoid(), functional.logsigmoid),
        ["GLU"] = (() => GLU(0), x => functional.glu(x, 0)),
        ["Softmin"] = (() => Softmin(0), x => functional.softmin(x, 0)),
        ["Hardswish"] = (() => Hardswish(), x => functional.hardswish(x)),
        ["Hardsigmoid"] = (() => Hardsigmoid(), x => functional.hardsigmoid(x)),
        ["Hardtanh"] = (() => Hardtanh(-0.2, 0.7), x => functional.hardtanh(x, -0.2, 0.7)),
        ["Hardshrink"] = (() => Hardshrink(0.6), x => functional.hardshrink(x, 0.6)),
        ["Softshrink"] = (() => Softshrink(0.6), x => functional.softshrink(x, 0.6)),
        ["PReLU"] = (() => PReLU(1, 0.4), x => functional.leaky_relu(x, 0.4)),
    };

    public static TheoryData<string> Names => [.. Pairs.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_module_is_its_function_with_the_options(string name)
    {
        using var scope = NewDisposeScope();
        var (create, function) = Pairs[name];
        using var module = create();
        var x = linspace(-4, 4, 40);
        Assert.Equal(Numbers.Of(function(x)), Numbers.Of(module.call(x)));
        Assert.Equal(name, module.GetName());
    }

    [Fact]
    public void In_place_modules_overwrite_their_input()
    {
        var modules = new Module<Tensor, Tensor>[]
        {
            LeakyReLU(inplace: true), ELU(inplace: true), SELU(true), CELU(inplace: true), ReLU6(true), Mish(true), Softsign(true),
            Tanhshrink(true), Hardswish(true), Hardsigmoid(true), Hardtanh(inplace: true), Threshold(0, 0, true),
        };
        foreach (var module in modules)
        {
            var x = linspace(-4, 4, 9);
            var y = module.call(x);
            Assert.Equal(Numbers.Of(y), Numbers.Of(x));
        }
    }

    [Fact]
    public void The_slopes_of_PReLU_are_parameters_and_learn()
    {
        using PReLU module = PReLU(3);
        module.call(-ones(2, 3, 4)).sum().backward();
        Assert.Equal([-8, -8, -8], Numbers.Of(module.weight.grad!));
        Assert.Equal("weight", Assert.Single(module.named_parameters()).name);
    }

    [Fact]
    public void What_does_not_fit_is_refused_in_words()
    {
        Assert.Contains("even", Assert.Throws<ArgumentException>(() => GLU().call(zeros(3))).Message);
        Assert.Contains("2 slopes", Assert.Throws<ArgumentException>(() => PReLU(3).call(zeros(4, 2))).Message);
        Assert.Contains("Int64", Assert.Throws<InvalidOperationException>(() => Mish().call(zeros(3, ScalarType.Int64))).Message);
        Assert.Contains("softmax2d", Assert.Throws<ArgumentException>(() => Softmax2d().call(zeros(3))).Message);
    }
}
