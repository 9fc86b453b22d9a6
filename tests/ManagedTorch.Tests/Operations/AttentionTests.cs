using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace ManagedTorch.Tests.Operations;

/// <summary>What PyTorch 1.13 cannot show of scaled dot-product attention; its values are compared in Parity.</summary>
[Collection("default generator")]
public sealed class AttentionTests
{
    [Theory]
    [InlineData(ScalarType.Float32)]
    [InlineData(ScalarType.Float64)]
    public void A_query_that_may_attend_to_nothing_gets_zeros(ScalarType type)
    {
        Tensor q = randn([2, 4], type).requires_grad_(), k = randn([3, 4], type).requires_grad_(), v = randn([3, 4], type).requires_grad_();
        var mask = tensor(new[] { true, false, true, false, false, false }).reshape(2, 3);
        var y = scaled_dot_product_attention(q, k, v, mask);
        y.square().sum().backward();
        Assert.Equal(0, y[1].abs().sum().ToDouble());
        Assert.NotEqual(0, y[0].abs().sum().ToDouble());
        foreach (var leaf in new[] { q, k, v })
            Assert.True(leaf.grad!.isfinite().all().item<bool>());
        Assert.Equal(0, q.grad![1].abs().sum().ToDouble());
        Assert.Equal(0, v.grad![1].abs().sum().ToDouble());
    }

    [Fact]
    public void Dropout_of_weights_keeps_their_mean()
    {
        manual_seed(3);
        var v = ones(1, 400, 1);
        var y = scaled_dot_product_attention(zeros(1, 300, 4), zeros(1, 400, 4), v, p: 0.5);
        Assert.InRange(y.mean().item<float>(), 0.97f, 1.03f);
        Assert.True(y.std().item<float>() > 0.01f);
    }

    [Fact]
    public void A_mask_that_learns_gets_its_gradient()
    {
        var x = randn(3, 4);
        var bias = zeros(3, 3).requires_grad_();
        scaled_dot_product_attention(x, x, x, bias).square().sum().backward();
        Assert.True(bias.grad!.abs().sum().item<float>() > 0);
        Assert.True(bias.grad!.sum(dim: 1).abs().max().item<float>() < 1e-5f, "a row of softmax does not see a constant");
    }
}
