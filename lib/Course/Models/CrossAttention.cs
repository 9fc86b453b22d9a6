// Source: notebooks/01-attention.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Multi-head attention in which tokens (B, N, D) ask a context (B, M, C) (Vaswani et al. 2017, section 3.2.3).</summary>
public sealed class CrossAttention : Module<Tensor, Tensor, Tensor>
{
    private readonly long heads;
    private readonly Linear q, kv, proj;

    /// <summary>Attention of a width D to a context of a width C.</summary>
    /// <param name="width">D, the length of a token that asks.</param>
    /// <param name="contextWidth">C, the length of a token of the context.</param>
    /// <param name="heads">H; each head works on its share of the columns.</param>
    /// <param name="innerWidth">The columns that the heads share: D unless given; C in the Perceiver.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width that they share.</exception>
    public CrossAttention(long width, long contextWidth, long heads, long? innerWidth = null) : base(nameof(CrossAttention))
    {
        var inner = innerWidth ?? width;
        if (heads < 1 || inner % heads != 0)
            throw new ArgumentException($"a width of {inner} cannot be shared equally by {heads} heads");
        this.heads = heads;
        q = Linear(width, inner);
        kv = Linear(contextWidth, 2 * inner);
        proj = Linear(inner, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x, Tensor context) => forward(x, context, null);

    /// <summary>Attention of the allowed pairs only.</summary>
    /// <param name="x">Tokens that ask, (B, N, D).</param>
    /// <param name="context">Tokens that answer, (B, M, C).</param>
    /// <param name="mask">True = may attend; broadcast to (B, H, N, M).</param>
    public Tensor forward(Tensor x, Tensor context, Tensor? mask)
    {
        var queries = Split(q.call(x));                                              // (B, H, N, E)
        var both = kv.call(context).chunk(2, -1);                                    // 2 of (B, M, H E)
        var y = F.scaled_dot_product_attention(queries, Split(both[0]), Split(both[1]), mask);
        return proj.call(y.transpose(1, 2).flatten(2));                              // (B, N, D)
    }

    /// <summary>The attention weights, (B, H, N, M); each row sums to 1.</summary>
    public Tensor Weights(Tensor x, Tensor context, Tensor? mask = null)
    {
        var (queries, keys) = (Split(q.call(x)), Split(kv.call(context).chunk(2, -1)[0]));
        var scores = matmul(queries, keys.transpose(-2, -1)) / Math.Sqrt(queries.shape[^1]);   // (B, H, N, M)
        return (mask is null ? scores : scores.masked_fill(~mask, double.NegativeInfinity)).softmax(-1);
    }

    private Tensor Split(Tensor t) =>                                                // (B, N, H E) to (B, H, N, E)
        t.view(t.shape[0], t.shape[1], heads, t.shape[2] / heads).transpose(1, 2);
}
