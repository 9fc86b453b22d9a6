using ManagedTorch.Tests.Kernels;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Autograd;

[Collection(KernelCollection.Name)]
public sealed class ThreadCountTests
{
    [Fact]
    public void A_training_run_has_the_same_bits_for_any_number_of_threads()
    {
        var one = Train(1);
        Assert.Equal(one, Train(2));
        Assert.Equal(one, Train(3));
        Assert.Equal(one, Train(8));
    }

    private static float[] Train(int threads)
    {
        using var settings = new KernelSettings(threads: threads);
        using var scope = NewDisposeScope();
        manual_seed(7);
        using var model = Sequential(
            Conv2d(1, 64, 7, stride: 7), Flatten(2), LayerNorm(16), Linear(16, 256), GELU(), Dropout(0.1), Linear(256, 64),
            Flatten(1), Linear(64 * 64, 10));
        using var optimizer = optim.AdamW(model.parameters(), 1e-3);
        var pictures = randn(40, 1, 28, 28);
        var labels = randint(10, [40]);
        var losses = new List<float>();
        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            var hidden = model.forward(pictures);
            var q = hidden.reshape(2, 4, 5, 10);
            var loss = functional.cross_entropy(hidden + functional.scaled_dot_product_attention(q, q, q).reshape(40, 10), labels);
            loss.backward();
            optimizer.step();
            losses.Add(loss.item<float>());
        }

        return [.. losses, .. model.parameters().SelectMany(parameter => parameter.detach().contiguous().data<float>().ToArray())];
    }
}
