// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// A post-norm block, as in BERT, over queries and text tokens together. They share the self-attention; only queries look at the picture, and
/// each kind has a feed-forward network of its own (Li et al. 2023, figure 2).
/// </summary>
public sealed class QFormerBlock : nn.Module
{
    private const double Epsilon = 1e-12;

    private readonly SelfAttention attn;
    private readonly LayerNorm norm1;
    private readonly CrossAttention? cross;
    private readonly LayerNorm? norm_cross;
    private readonly FeedForward query_mlp;
    private readonly LayerNorm query_norm;
    private readonly FeedForward? text_mlp;
    private readonly LayerNorm? text_norm;

    /// <summary>A block of the sizes in <paramref name="config"/>.</summary>
    /// <param name="config">The sizes.</param>
    /// <param name="looks">Whether the queries look at the picture here.</param>
    public QFormerBlock(QFormerConfig config, bool looks) : base(nameof(QFormerBlock))
    {
        attn = new SelfAttention(config.Width, config.Heads);
        norm1 = nn.LayerNorm(config.Width, Epsilon);
        cross = looks ? new CrossAttention(config.Width, config.ImageWidth, config.Heads) : null;
        norm_cross = looks ? nn.LayerNorm(config.Width, Epsilon) : null;
        query_mlp = new FeedForward(config.Width);
        query_norm = nn.LayerNorm(config.Width, Epsilon);
        text_mlp = config.ReadsTexts ? new FeedForward(config.Width) : null;
        text_norm = config.ReadsTexts ? nn.LayerNorm(config.Width, Epsilon) : null;
        RegisterComponents();
    }

    /// <summary>Whether the queries look at the picture here.</summary>
    public bool Looks => cross is not null;

    /// <summary>The block on a sequence (B, Q + T, D): Q queries, then T text tokens. Q or T may be 0.</summary>
    /// <param name="sequence">Queries and tokens.</param>
    /// <param name="queries">Q.</param>
    /// <param name="image">The picture's tokens, (B, N, C); null where there are no queries.</param>
    /// <param name="mask">True = may attend; broadcast to (B, H, Q + T, Q + T). Null allows all.</param>
    public Tensor forward(Tensor sequence, long queries, Tensor? image, Tensor? mask)
    {
        var z = norm1.call(sequence + attn.forward(sequence, mask));                                // (B, Q + T, D)
        var parts = new List<Tensor>();
        if (queries > 0)
        {
            var q = z.narrow(1, 0, queries);                                                        // (B, Q, D)
            if (cross is not null) q = norm_cross!.call(q + cross.call(q, image!));
            parts.Add(query_norm.call(q + query_mlp.call(q)));
        }

        if (z.shape[1] > queries)
        {
            var t = z.narrow(1, queries, z.shape[1] - queries);                                     // (B, T, D)
            parts.Add(text_norm!.call(t + text_mlp!.call(t)));
        }

        return parts.Count == 1 ? parts[0] : cat(parts.ToArray(), 1);                               // (B, Q + T, D)
    }

    /// <summary>How much each query (row) looks at each token of the picture, (B, H, Q, N), for queries (B, Q, D) alone.</summary>
    /// <exception cref="InvalidOperationException">The queries do not look at the picture in this block.</exception>
    public Tensor Looking(Tensor queries, Tensor image) => cross is null
        ? throw new InvalidOperationException("the queries do not look at the picture in this block")
        : cross.Weights(norm1.call(queries + attn.forward(queries, null)), image);
}
