using TorchSharp.Modules;
using TorchSharp.Utils;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

public sealed class ContainerTests
{
    [Fact]
    public void A_row_of_modules_runs_in_order_under_numbers_or_names()
    {
        using Sequential row = Sequential(Linear(3, 4), ReLU(), Linear(4, 2));
        Assert.Equal(["0.weight", "0.bias", "2.weight", "2.bias"], row.named_parameters().Select(p => p.name));
        Tensor x = ones(1, 3);
        Tensor expected = x;
        foreach (Module<Tensor, Tensor> module in row.children().Cast<Module<Tensor, Tensor>>())
        {
            expected = module.call(expected);
        }
        Assert.Equal(Numbers.Of(expected), Numbers.Of(row.call(x)));
        Assert.Equal([1, 3], x.shape);

        using Sequential named = Sequential(("in", Linear(3, 4)), ("out", Linear(4, 2)));
        Assert.Equal(["in", "out"], named.named_children().Select(c => c.name));

        using Sequential tuples = Sequential(Tuple.Create<string, Module<Tensor, Tensor>>("only", Linear(3, 4)));
        Assert.Equal(["only"], tuples.named_children().Select(c => c.name));
    }

    [Fact]
    public void A_row_keeps_gradients_although_it_disposes_what_lies_between()
    {
        using Sequential row = Sequential(Linear(3, 4), Identity(), Dropout(0), Tanh(), Linear(4, 1));
        row.call(ones(2, 3)).sum().backward();
        Assert.All(row.parameters(), p => Assert.NotNull(p.grad));
    }

    [Fact]
    public void A_row_can_be_sliced_and_appended_to()
    {
        using Sequential row = Sequential(Linear(2, 2), ReLU(), Linear(2, 2), Tanh());
        Assert.Equal(["1", "2"], row[1..3].named_children().Select(c => c.name));
        Assert.Same(row[2], row[(2, null)][0]);
        Assert.Equal(5, row.append(Identity()).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => row[(3, 9)]);
    }

    [Fact]
    public void An_empty_row_hands_its_input_on()
    {
        using Sequential row = Sequential();
        Assert.Equal([1, 1], Numbers.Of(row.call(ones(2))));
    }

    [Fact]
    public void A_list_registers_modules_under_their_places()
    {
        Linear[] layers = [Linear(1, 1), Linear(2, 2), Linear(3, 3)];
        using ModuleList<Linear> list = ModuleList(layers[0], layers[2]);
        list.Insert(1, layers[1]);
        Assert.Equal(["0", "1", "2"], list.named_children().Select(c => c.name));
        Assert.Equal(layers, list);
        Assert.True(list.Remove(layers[0]));
        Assert.Equal(["0.weight", "0.bias", "1.weight", "1.bias"], list.state_dict().Keys);
        Assert.Equal(1, list.IndexOf(layers[2]));
        list[0] = layers[0];
        Assert.Same(layers[0].weight, list.get_parameter("0.weight"));
        list.Clear();
        Assert.Empty(list.children());
    }

    [Fact]
    public void A_dictionary_registers_modules_under_their_keys()
    {
        using ModuleDict<Linear> dictionary = ModuleDict(("text", Linear(1, 2)), ("image", Linear(3, 2)));
        Assert.Equal(["text.weight", "text.bias", "image.weight", "image.bias"], dictionary.state_dict().Keys);
        Assert.Equal(3, dictionary["image"].in_features);
        Linear replacement = Linear(4, 2);
        dictionary["text"] = replacement;
        Assert.Same(replacement.weight, dictionary.get_parameter("text.weight"));
        Assert.True(dictionary.Remove("text"));
        Assert.Equal(["image"], dictionary.keys());
    }

    [Fact]
    public void A_list_of_parameters_registers_them_under_their_places()
    {
        using ParameterList list = ParameterList(Parameter(ones(1)), Parameter(ones(2)));
        list.Insert(0, Parameter(ones(3)));
        Assert.Equal([3, 1, 2], list.Select(p => p.numel()));
        list.RemoveAt(1);
        Assert.Equal(["0", "1"], list.named_parameters().Select(p => p.name));
    }

    [Fact]
    public void A_dictionary_of_parameters_registers_them_under_their_keys()
    {
        Parameter scale = Parameter(ones(1)), shift = Parameter(ones(2)), between = Parameter(ones(3));
        using ParameterDict dictionary = ParameterDict(("scale", scale), ("shift", shift));
        dictionary.Insert(1, ("between", between));
        Assert.Equal(["scale", "between", "shift"], dictionary.state_dict().Keys);
        Assert.Equal([1, 3, 2], dictionary.values().Select(p => p.numel()));
        Assert.Equal(2, dictionary.IndexOf(("shift", shift)));
        Assert.False(dictionary.Contains(("shift", scale)));

        dictionary[1] = ("middle", between);
        Assert.Equal(["scale", "middle", "shift"], dictionary.keys());
        Parameter other = Parameter(ones(4));
        dictionary["scale"] = other;
        Assert.Same(other, dictionary.get_parameter("scale"));
        dictionary["last"] = scale;
        Assert.Equal(("last", scale), dictionary[3]);

        Assert.False(dictionary.Remove(("last", shift)));
        Assert.True(dictionary.Remove("last"));
        dictionary.RemoveAt(0);
        Assert.Equal(["middle", "shift"], dictionary.named_parameters(true).Select(p => p.name));
        KeyValuePair<string, Parameter>[] copy = new KeyValuePair<string, Parameter>[2];
        dictionary.CopyTo(copy, 0);
        Assert.Same(shift, copy[1].Value);
        dictionary.Clear();
        Assert.Empty(dictionary.parameters());
    }

    [Fact]
    public void A_dictionary_of_parameters_refuses_what_it_cannot_register()
    {
        using ParameterDict dictionary = ParameterDict(("a", Parameter(ones(1))), ("b", Parameter(ones(1))));
        Assert.Throws<InvalidOperationException>(() => dictionary.Add("a", Parameter(ones(1))));
        Assert.Throws<InvalidOperationException>(() => dictionary[0] = ("b", Parameter(ones(1))));
        Assert.Throws<ArgumentException>(() => dictionary["a.b"] = Parameter(ones(1)));
        Assert.Throws<ArgumentNullException>(() => dictionary["a"] = null!);
        Assert.Throws<ArgumentOutOfRangeException>(() => dictionary.Insert(3, ("c", Parameter(ones(1)))));
        Assert.Equal(["a", "b"], dictionary.keys());
    }

    [Fact]
    public void Parameters_in_a_dictionary_belong_to_the_module_around_it()
    {
        using ModuleDict<TorchSharp.torch.nn.Module> model = ModuleDict(
            ("layer", Linear(2, 2)), ("scales", ParameterDict(("text", Parameter(ones(1))), ("image", Parameter(ones(1))))));
        Assert.Equal(["layer.weight", "layer.bias", "scales.text", "scales.image"], model.state_dict().Keys);
        using MemoryStream saved = new();
        model.save(saved);
        using (no_grad())
        {
            model.get_parameter("scales.image")!.zero_();
        }
        saved.Position = 0;
        model.load(saved);
        Assert.Equal([1], Numbers.Of(model.get_parameter("scales.image")!));
    }

    [Fact]
    public void An_ordered_dictionary_keeps_its_order()
    {
        OrderedDict<string, int> dictionary = new() { ("c", 1), ("a", 2) };
        dictionary.Add("b", 3);
        dictionary["a"] = 5;
        Assert.Equal(["c", "a", "b"], dictionary.keys());
        Assert.Equal(("a", 5), dictionary[1]);
        dictionary.Insert(0, ("z", 0));
        Assert.True(dictionary.Remove("c"));
        Assert.Equal(["z", "a", "b"], dictionary.keys());
        Assert.Equal(2, dictionary.IndexOf(("b", 3)));
        Assert.Equal(-1, dictionary.IndexOf(("b", 4)));
        Assert.Throws<ArgumentException>(() => dictionary.Add("a", 1));
    }
}
