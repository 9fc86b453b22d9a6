using static TorchSharp.torch;

namespace ManagedTorch.Tests.Autograd;

/// <summary>Gradients of split and unbind, which are put together in the memory order of the tensor that was cut.</summary>
public class PieceGradientTests
{
    [Fact]
    public void The_gradient_of_a_permuted_tensor_cut_in_pieces_is_that_of_each_piece()
    {
        var x = arange(24, dtype: ScalarType.Float32).reshape(2, 3, 4).requires_grad_();
        var parts = x.permute(2, 0, 1).unbind(0);
        (parts[0] * 2).sum().backward();
        (x.permute(2, 0, 1).unbind(0)[3] * parts[1].detach()).sum().backward();
        for (var i = 0; i < 2; i++)
            for (var j = 0; j < 3; j++)
                Assert.Equal([2, 0, 0, (12 * i) + (4 * j) + 1], x.grad![i, j].data<float>().ToArray());
    }

    [Fact]
    public void The_gradient_of_a_repeated_tensor_cut_in_pieces_is_summed()
    {
        var x = tensor(new float[] { 1, 2, 3 }).requires_grad_();
        var parts = x.expand(4, 3).split(new long[] { 1, 2 }, 1);
        ((parts[0] * 10).sum() + parts[1].sum()).backward();
        Assert.Equal([40, 4, 4], x.grad!.data<float>().ToArray());
    }

    [Fact]
    public void The_gradient_takes_the_memory_order_of_what_was_cut()
    {
        using var cut = zeros(2, 3, 4).permute(2, 0, 1);
        Assert.Equal(cut.stride(), ManagedTorch.Core.Layout.DenseStrides(cut.shape, cut.stride()));
        Assert.Equal([3L, 1L], ManagedTorch.Core.Layout.DenseStrides([5, 3], [7, 1]));
        Assert.Equal([1L, 5L], ManagedTorch.Core.Layout.DenseStrides([5, 3], [0, 2]));
    }
}
