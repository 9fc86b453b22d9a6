using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

public sealed class ModuleTests
{
    [Fact]
    public void Components_are_known_by_the_names_of_their_fields()
    {
        using Mixed module = new();
        Assert.Equal(["scale", "blocks.0.weight", "blocks.1.weight", "_hidden.weight", "_hidden.bias"],
            module.named_parameters().Select(p => p.name));
        Assert.Equal(["offset"], module.named_buffers().Select(b => b.name));
        Assert.Equal(["blocks", "_hidden"], module.named_children().Select(c => c.name));
        Assert.Equal(["blocks", "_hidden", "blocks.0", "blocks.1"], module.named_modules().Select(m => m.name));
        Assert.Equal("mixed", module.GetName());
    }

    [Fact]
    public void The_state_holds_parameters_before_buffers()
    {
        using Mixed module = new();
        Assert.Equal(["scale", "blocks.0.weight", "blocks.1.weight", "_hidden.weight", "_hidden.bias", "offset"], module.state_dict().Keys);
    }

    [Fact]
    public void A_shared_parameter_comes_once_but_is_saved_under_both_names()
    {
        using Tied module = new();
        Assert.Equal(["first.weight"], module.named_parameters().Select(p => p.name));
        Assert.Equal(["first.weight", "second.weight"], module.state_dict().Keys);
    }

    [Fact]
    public void Components_are_found_by_dotted_names()
    {
        using Mixed module = new();
        Assert.Same(module.Hidden.weight, module.get_parameter("_hidden.weight"));
        Assert.Same(module.Offset, module.get_buffer("offset"));
        Assert.Null(module.get_parameter("_hidden.nothing"));
        Assert.False(module.has_buffer("scale"));
        Assert.True(module.has_parameter("blocks.1.weight"));
    }

    [Fact]
    public void Training_mode_reaches_every_submodule()
    {
        using Sequential model = Sequential(Linear(2, 2), Sequential(Dropout(0.5), Identity()));
        Assert.All(model.modules().Prepend(model), m => Assert.True(m.training));
        model.eval();
        Assert.All(model.modules().Prepend(model), m => Assert.False(m.training));
        model.train();
        Assert.All(model.modules().Prepend(model), m => Assert.True(m.training));
    }

    [Fact]
    public void Apply_visits_children_first_and_the_module_last()
    {
        using Mixed module = new();
        List<string> visited = [];
        Assert.Same(module, module.apply(m => visited.Add(m.GetName())));
        Assert.Equal(["Linear", "Linear", "ModuleList", "Linear", "mixed"], visited);
    }

    [Fact]
    public void Gradients_are_forgotten_or_zeroed()
    {
        using Linear layer = Linear(3, 2);
        layer.call(ones(1, 3)).sum().backward();
        Assert.Equal([1, 1, 1, 1, 1, 1], Numbers.Of(layer.weight.grad!));
        layer.zero_grad(set_to_none: false);
        Assert.All(Numbers.Of(layer.weight.grad!), v => Assert.Equal(0, v));
        layer.zero_grad();
        Assert.Null(layer.weight.grad);
    }

    [Fact]
    public void Parameters_outlive_the_scope_they_were_made_in_and_die_with_the_module()
    {
        Mixed module;
        using (NewDisposeScope())
        {
            module = new Mixed();
        }
        Assert.Equal(4, module.call(ones(1, 4)).shape[1]);
        module.Dispose();
        Assert.Throws<InvalidOperationException>(() => module.Hidden.weight.shape);
        Assert.Throws<InvalidOperationException>(() => module.Offset.shape);
    }

    [Fact]
    public void Conversion_reaches_fields_and_names_alike_and_spares_integers()
    {
        using Mixed module = new();
        Assert.Same(module, module.to(ScalarType.Float64));
        Assert.All(module.state_dict().Values, t => Assert.Equal(ScalarType.Float64, t.dtype));
        Assert.Same(module.scale, module.get_parameter("scale"));
        Assert.Same(module.Hidden.weight, module.get_parameter("_hidden.weight"));
        Assert.True(module.scale.requires_grad);
        Assert.Equal(ScalarType.Float64, module.call(ones(1, 4, dtype: ScalarType.Float64)).dtype);

        using BatchNorm1d norm = BatchNorm1d(2).to(ScalarType.Float64);
        Assert.Equal(ScalarType.Int64, norm.num_batches_tracked!.dtype);
        Assert.Equal(ScalarType.Float64, norm.running_mean!.dtype);
    }

    [Fact]
    public void A_shared_parameter_stays_shared_when_it_is_converted()
    {
        using Tied module = new();
        module.to(ScalarType.Float64);
        Assert.Same(module.get_parameter("first.weight"), module.get_parameter("second.weight"));
        Assert.Equal(ScalarType.Float64, module.call(ones(1, 3, dtype: ScalarType.Float64)).dtype);
    }

    [Fact]
    public void There_is_no_other_device_than_the_CPU()
    {
        using Linear layer = Linear(2, 2);
        Assert.Same(layer, layer.to(CPU));
        Assert.Contains("CUDA", Assert.Throws<InvalidOperationException>(() => layer.to(DeviceType.CUDA)).Message);
    }

    [Fact]
    public void Hooks_see_and_replace_inputs_and_results()
    {
        using Difference module = new();
        List<string> order = [];
        module.register_forward_pre_hook((_, a, b) => (b, a));
        var remover = module.register_forward_hook((_, _, _, result) => result * 10);
        module.register_forward_pre_hook(_ => order.Add("before"));
        module.register_forward_hook(_ => order.Add("after"));
        Assert.Equal(-20, module.call(tensor(3f), tensor(1f)).item<float>());
        remover.remove();
        Assert.Equal(-2, module.call(tensor(3f), tensor(1f)).item<float>());
        Assert.Equal(["before", "after", "before", "after"], order);

        using Linear layer = Linear(2, 2);
        layer.register_forward_pre_hook((_, x) => x * 0);
        Assert.Equal(Numbers.Of(layer.bias!), Numbers.Of(layer.call(ones(2))));
    }

    [Fact]
    public void A_name_can_be_used_once_and_has_no_dot()
    {
        using Sequential module = Sequential(("a", Identity()));
        Assert.Contains("'a' already", Assert.Throws<InvalidOperationException>(() => module.add_module("a", Identity())).Message);
        Assert.Contains("no dot", Assert.Throws<ArgumentException>(() => module.register_buffer("a.b", ones(1))).Message);
    }

    [Fact]
    public void A_buffer_that_is_not_persistent_is_not_saved()
    {
        using Sequential module = Sequential();
        module.register_buffer("kept", ones(1));
        module.register_buffer("passing", ones(1), persistent: false);
        Assert.Equal(["kept"], module.state_dict().Keys);
        Assert.Equal(["kept", "passing"], module.named_buffers().Select(b => b.name));
    }
}
