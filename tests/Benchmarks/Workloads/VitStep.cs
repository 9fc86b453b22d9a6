using Course.Models;
using TorchSharp;
using static TorchSharp.torch;

namespace Benchmarks.Workloads;

/// <summary>Workload a: a ViT of width 128 and depth 6 on 64 pictures of 3 x 32 x 32, patches of 4, with AdamW.</summary>
internal sealed class VitStep : IWorkload
{
    private readonly VisionTransformer model;
    private readonly optim.Optimizer optimizer;
    private readonly Tensor images = randn(64, 3, 32, 32);
    private readonly Tensor labels = randint(10, [64]);

    public VitStep()
    {
        model = new VisionTransformer(imageSize: 32, patchSize: 4, channels: 3, width: 128, depth: 6, heads: 4, classes: 10);
        optimizer = optim.AdamW(model.parameters(), 1e-3);
    }

    public string Name => "a";

    public void Step()
    {
        using var scope = NewDisposeScope();
        optimizer.zero_grad();
        var loss = nn.functional.cross_entropy(model.call(images), labels);
        loss.backward();
        optimizer.step();
    }
}
