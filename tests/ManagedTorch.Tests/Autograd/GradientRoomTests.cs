using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

/// <summary>A backward function may write over the gradient it was given, but only when nobody else reads that gradient.</summary>
public class GradientRoomTests
{
    [Fact]
    public void A_gradient_that_two_branches_share_is_not_written_over()
    {
        // The sum hands one gradient to both branches; gelu's backward function runs first.
        var x = randn(40, 33).requires_grad_();
        var y = randn(40, 33).requires_grad_();
        (x + nn.functional.gelu(y)).backward([ones(40, 33) * 3]);
        Assert.All(x.grad!.data<float>().ToArray(), value => Assert.Equal(3, value));
    }

    [Fact]
    public void A_gradient_that_the_caller_gave_stays_as_it_is()
    {
        using var given = ones(7, 16) * 2;
        foreach (var operation in new Func<Tensor, Tensor>[]
            { t => t.gelu(), t => t.relu(), t => t.tanh(), t => t.sigmoid(), t => t.silu(), t => nn.functional.layer_norm(t, [16]) })
        {
            operation(randn(7, 16).requires_grad_()).backward([given]);
            Assert.All(given.data<float>().ToArray(), value => Assert.Equal(2, value));
        }
    }

    [Fact]
    public void A_gradient_that_is_retained_stays_as_it_is()
    {
        var x = randn(5, 16).requires_grad_();
        var y = x * 1;
        var z = y.gelu();
        z.retain_grad();
        (z * 4).sum().backward();
        Assert.All(z.grad!.data<float>().ToArray(), value => Assert.Equal(4, value));
    }
}
