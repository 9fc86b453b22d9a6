using TorchSharp;
using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

/// <summary>How gradients flow, add up and stop.</summary>
public sealed class BackwardTests
{
    [Fact]
    public void Gradients_of_several_passes_add_up()
    {
        var x = Leaf(1, 2, 3);
        (x * 2).sum().backward();
        (x * x).sum().backward();
        Assert.Equal([4f, 6f, 8f], Values(x.grad));
        x.grad!.zero_();
        Assert.Equal([0f, 0f, 0f], Values(x.grad));
        (x * 2).sum().backward();
        Assert.Equal([2f, 2f, 2f], Values(x.grad));
    }

    [Fact]
    public void Paths_that_meet_again_add_up()
    {
        var x = Leaf(3);
        var a = x * 2;
        var b = a * a;
        var c = a + b;
        (b * c + a).sum().backward();
        // y = 4x²(2x + 4x²) + 2x = 8x³ + 16x⁴ + 2x
        Assert.Equal([(24f * 9) + (64 * 27) + 2], Values(x.grad));
    }

    [Fact]
    public void A_tensor_used_by_many_operations_is_passed_once()
    {
        var x = Leaf(1);
        var y = x * 1;
        for (var i = 0; i < 60; i++)
            y = y + y; // 2^60 paths
        y.sum().backward();
        Assert.Equal([MathF.Pow(2, 60)], Values(x.grad));
    }

    [Fact]
    public void A_deep_chain_does_not_overflow_the_stack()
    {
        var x = Leaf(1);
        var y = x;
        for (var i = 0; i < 20_000; i++)
            y = y + 0;
        y.sum().backward();
        Assert.Equal([1f], Values(x.grad));
    }

    [Fact]
    public void The_second_pass_says_how_to_keep_the_graph()
    {
        var x = Leaf(2);
        var y = (x * x).sum();
        y.backward();
        var error = Assert.Throws<InvalidOperationException>(() => y.backward());
        Assert.Contains("retain_graph: true", error.Message);
    }

    [Fact]
    public void A_retained_graph_serves_again()
    {
        var x = Leaf(2);
        var y = x.exp().sum();
        y.backward(retain_graph: true);
        y.backward();
        Assert.Equal(2 * MathF.Exp(2), Values(x.grad)[0], 4);
    }

    [Fact]
    public void Nothing_is_recorded_under_no_grad_nor_after_detach()
    {
        var x = Leaf(2);
        using (no_grad())
        {
            Assert.False(is_grad_enabled());
            Assert.False((x * 2).requires_grad);
            using (enable_grad())
                Assert.True((x * 2).requires_grad);
        }

        Assert.True(is_grad_enabled());
        Assert.False(x.detach().requires_grad);
        Assert.False((x.detach() * 3).requires_grad);
        (x * x.detach()).sum().backward();
        Assert.Equal([2f], Values(x.grad));
    }

    [Fact]
    public void A_detached_tensor_shares_the_elements()
    {
        var x = Leaf(1, 2);
        x.detach()[0] = 5;
        Assert.Equal([5f, 2f], Values(x));
    }

    [Fact]
    public void A_tensor_between_keeps_its_gradient_only_when_asked()
    {
        var x = Leaf(3);
        var kept = x * 2;
        var plain = kept * 5;
        kept.retain_grad();
        (plain * plain).sum().backward();
        Assert.Equal([300f], Values(kept.grad));
        Assert.Null(plain.grad);
        Assert.False(kept.is_leaf);
        Assert.True(x.is_leaf);
    }

    [Fact]
    public void Outputs_that_nobody_uses_count_as_zero()
    {
        var x = Leaf(1, 2, 3, 4, 5, 6);
        x.chunk(3)[1].sum().backward();
        Assert.Equal([0f, 0f, 1f, 1f, 0f, 0f], Values(x.grad));
        var y = Leaf(1, 2);
        y.unbind()[0].backward();
        Assert.Equal([1f, 0f], Values(y.grad));
        var z = Leaf(4, 9);
        z.max(0).values.backward();
        Assert.Equal([0f, 1f], Values(z.grad));
    }

    [Fact]
    public void Only_one_element_may_go_without_a_gradient()
    {
        var x = Leaf(1, 2);
        var y = x * 2;
        Assert.Contains("(2,)", Assert.Throws<InvalidOperationException>(() => y.backward()).Message);
        y.backward([tensor(new[] { 3f, 4f })]);
        Assert.Equal([6f, 8f], Values(x.grad));
        var error = Assert.Throws<ArgumentException>(() => (x * 2).backward([ones(3)]));
        Assert.Contains("(2,)", error.Message);
        Assert.Contains("(3,)", error.Message);
    }

    [Fact]
    public void Backward_without_a_leaf_says_why() =>
        Assert.Contains("requires_grad", Assert.Throws<InvalidOperationException>(() => ones(1).sum().backward()).Message);

    [Fact]
    public void Integers_cannot_require_gradients() =>
        Assert.Contains("floating-point", Assert.Throws<InvalidOperationException>(() => arange(3).requires_grad_()).Message);

    [Fact]
    public void Grad_returns_gradients_and_leaves_the_leaves_alone()
    {
        Tensor x = Leaf(2), w = Leaf(3);
        var middle = x * w;
        var gradients = autograd.grad([(middle * middle).sum()], [x, middle, w]);
        Assert.Equal([36f], Values(gradients[0]));
        Assert.Equal([12f], Values(gradients[1]));
        Assert.Equal([24f], Values(gradients[2]));
        Assert.Null(x.grad);
        Assert.Null(w.grad);
    }

    [Fact]
    public void Grad_of_an_input_that_took_no_part_is_an_error_unless_allowed()
    {
        Tensor x = Leaf(2), other = Leaf(3);
        Assert.Contains("allow_unused", Assert.Throws<InvalidOperationException>(() => autograd.grad([x * 2], [other])).Message);
        Assert.Null(autograd.grad([x * 2], [other], allow_unused: true)[0]);
    }

    [Fact]
    public void Grad_takes_several_outputs_and_their_gradients()
    {
        var x = Leaf(2, 3);
        var gradients = autograd.grad([x * 2, x * x], [x], [tensor(new[] { 1f, 10f }), tensor(new[] { 100f, 1000f })]);
        Assert.Equal([402f, 6020f], Values(gradients[0]));
    }

    [Fact]
    public void Backward_for_chosen_inputs_spares_the_others()
    {
        Tensor x = Leaf(2), w = Leaf(3);
        (x * w).sum().backward(inputs: [w]);
        Assert.Null(x.grad);
        Assert.Equal([2f], Values(w.grad));
    }

    [Fact]
    public void Second_derivatives_are_refused_in_words() =>
        Assert.Contains("create_graph", Assert.Throws<NotSupportedException>(() =>
            (Leaf(1) * 2).sum().backward(create_graph: true)).Message);

    [Fact]
    public void The_graph_outlives_the_scope_in_which_it_was_made()
    {
        var x = Leaf(1, 2);
        Tensor loss;
        using (var scope = NewDisposeScope())
            loss = scope.MoveToOuter(((x * 3).exp() * x).sum());
        loss.backward();
        Assert.Equal(4 * MathF.Exp(3), Values(x.grad)[0], 3);
    }

    [Fact]
    public void A_gradient_outlives_the_scope_of_the_backward_pass()
    {
        var x = Leaf(1, 2);
        using (NewDisposeScope())
            (x * 3).sum().backward();
        Assert.Equal([3f, 3f], Values(x.grad));
    }

    [Fact]
    public void An_input_may_be_disposed_before_the_backward_pass()
    {
        var x = Leaf(2, 3);
        var y = x * 1;
        var z = y * y;
        y.Dispose();
        z.sum().backward();
        Assert.Equal([4f, 6f], Values(x.grad));
    }

    [Fact]
    public void A_jacobian_has_every_derivative()
    {
        var x = tensor(new[] { 1f, 2f, 3f });
        var table = autograd.functional.jacobian(v => v * v.sum(), x);
        Assert.Equal([3L, 3L], table.shape);
        // d(x_i Σx)/dx_j = Σx δ_ij + x_i
        Assert.Equal([7f, 1f, 1f, 2f, 8f, 2f, 3f, 3f, 9f], Values(table));
    }

    [Fact]
    public void A_jacobian_of_softmax_leaks_nothing_past_a_causal_mask()
    {
        var x = randn(5, 4);
        var influence = autograd.functional.jacobian(v => nn.functional.scaled_dot_product_attention(v, v, v, is_casual: true),
            x).abs().amax([1, 3]);
        Assert.Equal(0f, influence.triu(1).max().item<float>());
        Assert.True(influence.diagonal().min().item<float>() > 0);
    }

    private static Tensor Leaf(params float[] values) => tensor(values).requires_grad_();

    private static float[] Values(Tensor? x) => x!.detach().contiguous().data<float>().ToArray();
}
