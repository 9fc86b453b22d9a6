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
