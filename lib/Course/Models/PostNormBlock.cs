// Source: notebooks/01-attention.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The post-norm transformer block (Vaswani et al. 2017, section 3.1), as in BERT: (B, N, D) to (B, N, D).</summary>
public sealed class PostNormBlock : Module<Tensor, Tensor>
{
    private readonly SelfAttention attn;
    private readonly LayerNorm norm1;
    private readonly FeedForward mlp;
    private readonly LayerNorm norm2;

    /// <summary>A block of a width D.</summary>
    /// <param name="width">D, the length of a token.</param>
    /// <param name="heads">Heads of the attention; they must divide D.</param>
    /// <param name="eps">Epsilon of the norms: 1e-12 in BERT.</param>
    /// <param name="causal">True: no token sees a later one.</param>
    /// <param name="expansion">Hidden width of the feed-forward network, in multiples of D.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public PostNormBlock(long width, long heads, double eps = 1e-12, bool causal = false, long expansion = 4)
        : base(nameof(PostNormBlock))
    {
        attn = new SelfAttention(width, heads, causal);
        norm1 = LayerNorm(width, eps);
        mlp = new FeedForward(width, expansion);
        norm2 = LayerNorm(width, eps);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => forward(x, null);

    /// <summary>The block with attention of the allowed pairs only.</summary>
    /// <param name="x">Tokens, (B, N, D).</param>
    /// <param name="mask">True = may attend; broadcast to (B, H, N, N).</param>
    public Tensor forward(Tensor x, Tensor? mask)
    {
        x = norm1.call(x + attn.forward(x, mask));                                   // (B, N, D)
        return norm2.call(x + mlp.call(x));                                          // (B, N, D)
    }
}
