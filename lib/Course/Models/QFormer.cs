// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// BLIP-2's Querying Transformer (Li et al. 2023, section 3.1): learned queries that look at a frozen tower's tokens of a picture, and in the
/// same blocks a text. A mask says which of the two sees which.
/// </summary>
public sealed class QFormer : nn.Module<Tensor, Tensor>
{
    private readonly Parameter queries;
    private readonly LayerNorm image_norm;
    private readonly Embedding? token_embedding;
    private readonly Parameter? positional_embedding;
    private readonly LayerNorm norm;
    private readonly ModuleList<QFormerBlock> blocks;

    /// <summary>A model of the sizes in <paramref name="config"/>, with BERT's first values.</summary>
    public QFormer(QFormerConfig config) : base(nameof(QFormer))
    {
        Config = config;
        queries = new Parameter(randn(1, config.Queries, config.Width) * 0.02);
        image_norm = nn.LayerNorm(config.ImageWidth, eps: 1e-5);
        token_embedding = config.ReadsTexts ? nn.Embedding(config.VocabularySize, config.Width) : null;
        positional_embedding = config.ReadsTexts ? new Parameter(randn(config.ContextLength, config.Width) * 0.02) : null;
        norm = nn.LayerNorm(config.Width, eps: 1e-12);
        blocks = new ModuleList<QFormerBlock>(Enumerable.Range(0, (int)config.Depth)
            .Select(i => new QFormerBlock(config, looks: i % config.CrossEvery == 0)).ToArray());
        RegisterComponents();

        if (token_embedding is not null) nn.init.normal_(token_embedding.weight!, 0, 0.02);
        foreach (var (name, parameter) in blocks.named_parameters())
            if (name.EndsWith(".bias"))
                nn.init.zeros_(parameter);
            else if (parameter.dim() == 2)
                nn.init.normal_(parameter, 0, 0.02 * Math.Sqrt(768.0 / config.Width));             // 0.02 at BERT's width
    }

    /// <summary>The sizes.</summary>
    public QFormerConfig Config { get; }

    /// <summary>What the queries begin as, (1, Q, D).</summary>
    public Tensor Queries => queries;

    /// <summary>The matrix that embeds text tokens, (V, D).</summary>
    public Tensor TokenWeights => token_embedding!.weight!;

    /// <summary>Pictures as the frozen tower's tokens (B, N, C) to the queries' answers (B, Q, D).</summary>
    public override Tensor forward(Tensor image) => Encode(EmbedQueries(image.shape[0]), Config.Queries, image, mask: null);

    /// <summary>The queries for B pictures, (B, Q, D). They have no places: only their values tell them apart.</summary>
    public Tensor EmbedQueries(long batch) => norm.call(queries).expand(batch, -1, -1);

    /// <summary>Text tokens (B, T) as vectors with their places, (B, T, D).</summary>
    /// <exception cref="ArgumentException">A text is longer than the context, or this model reads no texts.</exception>
    public Tensor EmbedTexts(Tensor tokens)
    {
        if (token_embedding is null || tokens.shape[1] > Config.ContextLength)
            throw new ArgumentException(token_embedding is null
                ? "This Q-Former has no part that reads texts: its VocabularySize is 0."
                : $"Texts of {tokens.shape[1]} tokens do not fit into a context of {Config.ContextLength}.", nameof(tokens));
        return norm.call(token_embedding.call(tokens) + positional_embedding!.narrow(0, 0, tokens.shape[1]));
    }

    /// <summary>All blocks on a sequence (B, Q + T, D) of embedded queries, then embedded text tokens.</summary>
    /// <param name="sequence">Queries and tokens.</param>
    /// <param name="queryCount">Q; 0 for texts alone.</param>
    /// <param name="image">The picture's tokens, (B, N, C); null where there are no queries.</param>
    /// <param name="mask">True = may attend; null allows all.</param>
    public Tensor Encode(Tensor sequence, long queryCount, Tensor? image, Tensor? mask)
    {
        var seen = image is null ? null : image_norm.call(image);                                   // (B, N, C)
        foreach (var block in blocks)
            sequence = block.forward(sequence, queryCount, seen, mask);                             // (B, Q + T, D)
        return sequence;
    }

    /// <summary>Queries (B, Q, D) and text tokens (B, T, D) after the last block, for pictures with a text each.</summary>
    /// <param name="image">(B, N, C).</param>
    /// <param name="tokens">(B, T).</param>
    /// <param name="mask">As from <see cref="QFormerMask"/>.</param>
    public (Tensor Queries, Tensor Texts) ReadBoth(Tensor image, Tensor tokens, Tensor mask)
    {
        var both = Encode(cat(new[] { EmbedQueries(image.shape[0]), EmbedTexts(tokens) }, 1), Config.Queries, image, mask);
        return (both.narrow(1, 0, Config.Queries), both.narrow(1, Config.Queries, tokens.shape[1]));
    }

    /// <summary>For each block in which the queries look: how much each looks at each token of the picture, (B, H, Q, N).</summary>
    public IReadOnlyList<Tensor> Looking(Tensor image)
    {
        var weights = new List<Tensor>();
        var (seen, z) = (image_norm.call(image), EmbedQueries(image.shape[0]));
        foreach (var block in blocks)
        {
            if (block.Looks) weights.Add(block.Looking(z, seen));
            z = block.forward(z, Config.Queries, seen, mask: null);
        }

        return weights;
    }
}
