// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>GPT-2's block: chapter 1's pre-norm block with attention that remembers. (B, N, D) to (B, N, D).</summary>
public sealed class GptBlock : nn.Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly CachedAttention attn;
    private readonly LayerNorm norm2;
    private readonly FeedForward mlp;

    /// <summary>A block of a width D.</summary>
    public GptBlock(long width, long heads, bool useTanhGelu = false) : base(nameof(GptBlock))
    {
        norm1 = nn.LayerNorm(width, eps: 1e-5);
        attn = new CachedAttention(width, heads);
        norm2 = nn.LayerNorm(width, eps: 1e-5);
        mlp = new FeedForward(width, activation: useTanhGelu ? new TanhGelu() : null);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => forward(x, null, 0);

    /// <summary>The block on new tokens, with what was read before.</summary>
    public Tensor forward(Tensor x, KeyValueCache? cache, int block)
    {
        x = x + attn.forward(norm1.call(x), cache, block);                             // (B, N, D)
        return x + mlp.call(norm2.call(x));                                            // (B, N, D)
    }
}
