// Source: notebooks/01-attention.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// The pre-norm transformer block of ViT (Dosovitskiy et al. 2021, equations 2 and 3) and CLIP: (B, N, D) to (B, N, D).
/// </summary>
public sealed class TransformerBlock : Module<Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly SelfAttention attn;
    private readonly LayerNorm norm2;
    private readonly FeedForward mlp;

    /// <summary>A block of a width D.</summary>
    /// <param name="width">D, the length of a token.</param>
    /// <param name="heads">Heads of the attention; they must divide D.</param>
    /// <param name="eps">Epsilon of the norms: 1e-6 in ViT, 1e-5 in CLIP.</param>
    /// <param name="causal">True: no token sees a later one.</param>
    /// <param name="expansion">Hidden width of the feed-forward network, in multiples of D.</param>
    /// <param name="activation">Between the two layers of the feed-forward network; GELU unless given.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public TransformerBlock(long width, long heads, double eps = 1e-6, bool causal = false, long expansion = 4,
        Module<Tensor, Tensor>? activation = null) : base(nameof(TransformerBlock))
    {
        norm1 = LayerNorm(width, eps);
        attn = new SelfAttention(width, heads, causal);
        norm2 = LayerNorm(width, eps);
        mlp = new FeedForward(width, expansion, activation);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => forward(x, null);

    /// <summary>The block with attention of the allowed pairs only.</summary>
    /// <param name="x">Tokens, (B, N, D).</param>
    /// <param name="mask">True = may attend; broadcast to (B, H, N, N).</param>
    public Tensor forward(Tensor x, Tensor? mask)
    {
        x = x + attn.forward(norm1.call(x), mask);                                   // (B, N, D)
        return x + mlp.call(norm2.call(x));                                          // (B, N, D)
    }

    /// <summary>The weights of the block's attention on its input, (B, H, N, N).</summary>
    public Tensor AttentionWeights(Tensor x, Tensor? mask = null) => attn.Weights(norm1.call(x), mask);
}
