using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bench.Models;

/// <summary>Latents that ask the inputs once and then each other: (B, M, C) to (B, K). Jaegle et al. 2021, section 3.</summary>
internal sealed class Perceiver : nn.Module<Tensor, Tensor>
{
    private readonly Parameter latents;
    private readonly LayerNorm queryNorm, contextNorm, middleNorm, norm;
    private readonly CrossAttention cross;
    private readonly FeedForward middle;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly Linear head;

    public Perceiver(long channels, long latentCount, long width, int depth, long heads, long classes) : base(nameof(Perceiver))
    {
        latents = new Parameter(randn(1, latentCount, width) * 0.02);
        queryNorm = nn.LayerNorm(width);
        contextNorm = nn.LayerNorm(channels);
        cross = new CrossAttention(width, channels, heads);
        middleNorm = nn.LayerNorm(width);
        middle = new FeedForward(width);
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, depth).Select(_ => new TransformerBlock(width, heads, eps: 1e-5)).ToArray());
        norm = nn.LayerNorm(width);
        head = nn.Linear(width, classes);
        RegisterComponents();
    }

    public override Tensor forward(Tensor inputs)
    {
        var z = latents.expand(inputs.shape[0], -1, -1);                               // (B, L, D)
        z = z + cross.call(queryNorm.call(z), contextNorm.call(inputs));
        z = z + middle.call(middleNorm.call(z));
        z = BlockSequence.Run(blocks, z);
        return head.call(norm.call(z.mean([1])));                                      // (B, K)
    }
}
