// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// The pre-norm block in which tokens (B, N, D) read a context (B, M, C): cross-attention and a feed-forward network, each with a residual.
/// Jaegle et al. 2021, section 3.1; scores are taken in the context's width, as in the published models.
/// </summary>
public sealed class CrossAttentionBlock : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly LayerNorm norm_context;
    private readonly CrossAttention attn;
    private readonly LayerNorm norm2;
    private readonly FeedForward mlp;

    /// <summary>A block of a width D that reads a context of a width C.</summary>
    /// <param name="width">D.</param>
    /// <param name="contextWidth">C.</param>
    /// <param name="heads">Heads of the attention; they must divide C.</param>
    /// <param name="expansion">Hidden width of the feed-forward network, in multiples of D.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width of the context.</exception>
    public CrossAttentionBlock(long width, long contextWidth, long heads = 1, long expansion = 1) : base(nameof(CrossAttentionBlock))
    {
        norm1 = nn.LayerNorm(width, 1e-5);
        norm_context = nn.LayerNorm(contextWidth, 1e-5);
        attn = new CrossAttention(width, contextWidth, heads, innerWidth: contextWidth);
        norm2 = nn.LayerNorm(width, 1e-5);
        mlp = new FeedForward(width, expansion);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x, Tensor context) => forward(x, context, null);

    /// <summary>The block with attention to the allowed elements only.</summary>
    /// <param name="x">Tokens that ask, (B, N, D).</param>
    /// <param name="context">What they read, (B, M, C).</param>
    /// <param name="mask">True = may be read; broadcast to (B, H, N, M).</param>
    public Tensor forward(Tensor x, Tensor context, Tensor? mask)
    {
        x = x + attn.forward(norm1.call(x), norm_context.call(context), mask);         // (B, N, D)
        return x + mlp.call(norm2.call(x));                                            // (B, N, D)
    }

    /// <summary>How much each token takes from each element of the context, (B, H, N, M); each row sums to 1.</summary>
    public Tensor AttentionWeights(Tensor x, Tensor context, Tensor? mask = null) =>
        attn.Weights(norm1.call(x), norm_context.call(context), mask);
}
