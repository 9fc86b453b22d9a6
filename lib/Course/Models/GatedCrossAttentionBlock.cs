// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Cross-attention and a feed-forward network behind gates that are closed at first: tokens (B, N, D) pass unchanged until it is trained.
/// Alayrac et al. 2022, section 2.2 and figure 4.
/// </summary>
public sealed class GatedCrossAttentionBlock : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly LayerNorm norm1;
    private readonly CrossAttention attn;
    private readonly Parameter attn_gate;
    private readonly LayerNorm norm2;
    private readonly FeedForward mlp;
    private readonly Parameter mlp_gate;

    /// <summary>A block of a width D that reads a context of a width C.</summary>
    /// <param name="width">D.</param>
    /// <param name="contextWidth">C.</param>
    /// <param name="heads">Heads of the attention; they must divide D.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public GatedCrossAttentionBlock(long width, long contextWidth, long heads) : base(nameof(GatedCrossAttentionBlock))
    {
        norm1 = nn.LayerNorm(width, 1e-5);
        attn = new CrossAttention(width, contextWidth, heads);
        attn_gate = new Parameter(zeros(1));
        norm2 = nn.LayerNorm(width, 1e-5);
        mlp = new FeedForward(width);
        mlp_gate = new Parameter(zeros(1));
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x, Tensor context)
    {
        x = x + (attn_gate.tanh() * attn.call(norm1.call(x), context));                             // (B, N, D)
        return x + (mlp_gate.tanh() * mlp.call(norm2.call(x)));                                     // (B, N, D)
    }
}
