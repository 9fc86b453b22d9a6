using TorchSharp;
using static TorchSharp.torch;
using TensorIndex = TorchSharp.torch.TensorIndex;

namespace ManagedTorch.Tests.Autograd;

/// <summary>What may be changed in place, and what autograd makes of it.</summary>
public sealed class InPlaceTests
{
    private static readonly Dictionary<string, Func<Tensor, Tensor>> Changes = new()
    {
        ["add_"] = x => x.add_(1), ["mul_"] = x => x.mul_(2), ["zero_"] = x => x.zero_(), ["fill_"] = x => x.fill_(3),
        ["copy_"] = x => x.copy_(ones(2)),
        ["exp_"] = x => x.exp_(), ["clamp_"] = x => x.clamp_(0, 1), ["relu_"] = x => x.relu_(), ["normal_"] = x => x.normal_(),
        ["masked_fill_"] = x => x.masked_fill_(x > 0, 1), ["index_put_"] = x => x.index_put_(ones(1), TensorIndex.Single(0)),
    };

    public static TheoryData<string> Names => [.. Changes.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_leaf_that_requires_gradients_is_not_changed(string name)
    {
        var x = tensor(new[] { 1f, -2f }).requires_grad_();
        var error = Assert.Throws<InvalidOperationException>(() => Changes[name](x));
        Assert.Contains(name, error.Message);
        Assert.Contains("no_grad()", error.Message);
        Assert.Equal([1f, -2f], x.detach().data<float>().ToArray());
        using var noGrad = no_grad();
        Changes[name](x);
        Assert.True(x.requires_grad && x.is_leaf);
    }

    [Fact]
    public void A_saved_tensor_that_was_changed_is_noticed()
    {
        var x = ones(3).requires_grad_();
        var y = x * 2;
        var z = y * y;
        y.add_(1);
        var error = Assert.Throws<InvalidOperationException>(() => z.sum().backward());
        Assert.Contains("changed in place", error.Message);
        Assert.Contains("mul", error.Message);
    }

    [Fact]
    public void A_change_through_a_view_of_a_saved_tensor_is_noticed()
    {
        var weight = ones(3);
        var x = ones(3).requires_grad_();
        var z = x * weight;
        weight[0..1].zero_();
        Assert.Throws<InvalidOperationException>(() => z.sum().backward());
    }

    [Fact]
    public void A_change_of_what_no_node_needs_is_harmless()
    {
        var x = ones(3).requires_grad_();
        var y = x + 2;
        var z = y + 1;
        y.mul_(10);
        (z.sum() + y.sum()).backward();
        Assert.Equal([11f, 11f, 11f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_recorded_change_of_a_view_is_refused_rather_than_lost()
    {
        var leaf = ones(2, 2).requires_grad_();
        Assert.Throws<InvalidOperationException>(() => leaf[0].zero_());
        var plain = zeros(2, 2);
        var source = ones(2).requires_grad_();
        var error = Assert.Throws<InvalidOperationException>(() => plain[0].copy_(source));
        Assert.Contains("view", error.Message);
        plain[0] = source;
        Assert.True(plain.requires_grad);
    }

    [Fact]
    public void Assigning_to_a_part_sends_gradients_to_value_and_rest()
    {
        var x = ones(3).requires_grad_();
        var v = tensor(5f).requires_grad_();
        var y = x * 2;
        y[1] = v;
        (y * tensor(new[] { 1f, 10f, 100f })).sum().backward();
        Assert.Equal([2f, 0f, 200f], x.grad!.data<float>().ToArray());
        Assert.Equal(10f, v.grad!.item<float>());
    }

    [Fact]
    public void An_index_tensor_may_go_before_the_backward_pass()
    {
        var x = arange(4f).requires_grad_();
        Tensor y;
        using (var scope = NewDisposeScope())
        {
            var index = tensor(new long[] { 2, 0 });
            y = x * 1;
            y[index] = zeros(2);
            y = scope.MoveToOuter(y[tensor(new long[] { 3, 2 })]);
        }

        y.sum().backward();
        Assert.Equal([0f, 0f, 0f, 1f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void Repeated_elements_cannot_be_changed_in_place()
    {
        var error = Assert.Throws<ArgumentException>(() => ones(1, 3).expand(2, 3).add_(1));
        Assert.Contains("clone()", error.Message);
    }

    [Fact]
    public void A_result_that_does_not_fit_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => ones(3).add_(ones(2, 3)));
        Assert.Contains("(3,)", error.Message);
        Assert.Contains("(2, 3)", error.Message);
        Assert.Throws<InvalidOperationException>(() => ones([3], ScalarType.Int64).mul_(ones(3)));
    }

    [Fact]
    public void Overwriting_cuts_the_history()
    {
        var x = ones(3).requires_grad_();
        var y = x * 2;
        y.zero_();
        (y + x).sum().backward();
        Assert.Equal([1f, 1f, 1f], x.grad!.data<float>().ToArray());
        var drawn = x * 2;
        drawn.normal_();
        drawn.sum().backward();
        Assert.Equal([1f, 1f, 1f], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void A_view_sees_changes_of_its_tensor_and_the_reverse()
    {
        var x = zeros(2, 3);
        var row = x[1];
        x.add_(1);
        row.mul_(5);
        x[TensorIndex.Colon, 0] = 7;
        Assert.Equal([7f, 1f, 1f, 7f, 5f, 5f], x.data<float>().ToArray());
        Assert.Equal([7f, 5f, 5f], row.data<float>().ToArray());
    }
}
