// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Stage 1 of BLIP-2: the Q-Former with the heads of its three objectives. It never changes the picture tower.</summary>
public sealed class StageOne : nn.Module<Tensor, Tensor, StageOneLosses>
{
    private readonly QFormer qformer;
    private readonly Linear image_projection, text_projection, match_head, language_transform;
    private readonly LayerNorm language_norm;
    private readonly Parameter language_bias;
    private readonly Parameter temperature;

    /// <summary>A model of the sizes in <paramref name="config"/>.</summary>
    /// <param name="config">The sizes.</param>
    /// <param name="end">The token that ends a text.</param>
    /// <exception cref="ArgumentException">The vocabulary has no token of its own that begins a text.</exception>
    public StageOne(QFormerConfig config, long end) : base(nameof(StageOne))
    {
        if (end >= config.VocabularySize - 1)
            throw new ArgumentException($"Token {config.VocabularySize - 1} begins a text and so cannot end one, as {end} should: add one more.");
        End = end;
        qformer = new QFormer(config);
        image_projection = nn.Linear(config.Width, config.EmbeddingWidth);
        text_projection = nn.Linear(config.Width, config.EmbeddingWidth);
        match_head = nn.Linear(config.Width, 2);
        language_transform = nn.Linear(config.Width, config.Width);
        language_norm = nn.LayerNorm(config.Width, eps: 1e-12);
        language_bias = new Parameter(zeros(config.VocabularySize));
        temperature = new Parameter(tensor(0.07f));
        RegisterComponents();
    }

    /// <summary>The Q-Former.</summary>
    public QFormer QFormer => qformer;

    /// <summary>The token that ends a text.</summary>
    public long End { get; }

    /// <summary>What similarities are divided by. BLIP-2 learns it as it is; <see cref="ClampTemperature"/> is ALBEF's addition.</summary>
    public Tensor Temperature => temperature;

    /// <summary>All three losses of pictures (B, N, C) and their texts (B, T), which begin with the tokenizer's start.</summary>
    public override StageOneLosses forward(Tensor image, Tensor tokens)
    {
        var (pictures, texts) = Embed(image, tokens);
        var similarity = QFormerLoss.Similarity(pictures, texts);                                   // (B, B)
        var logits = similarity.detach() / temperature.detach();
        var (otherTexts, otherPictures) = (QFormerLoss.HardNegatives(logits), QFormerLoss.HardNegatives(logits.T));
        return new StageOneLosses(
            QFormerLoss.Contrast(similarity, temperature), MatchLoss(image, tokens, otherTexts, otherPictures), GenerateLoss(image, tokens));
    }

    /// <summary>Unit vectors of pictures, one a query (B, Q, E), and of texts (B, E), neither of which knows of the other.</summary>
    public (Tensor Pictures, Tensor Texts) Embed(Tensor image, Tensor tokens) => (EmbedPictures(image), EmbedTexts(tokens));

    /// <summary>Unit vectors of pictures, one a query: (B, Q, E).</summary>
    public Tensor EmbedPictures(Tensor image) => F.normalize(image_projection.call(qformer.call(image)), dim: 2);

    /// <summary>Unit vectors of texts, read at their first token: (B, E).</summary>
    public Tensor EmbedTexts(Tensor tokens)
    {
        var mask = LanguageLoss.Real(tokens, End).unsqueeze(1).unsqueeze(1);                        // (B, 1, 1, T)
        var first = qformer.Encode(qformer.EmbedTexts(tokens), queryCount: 0, image: null, mask).select(1, 0);
        return F.normalize(text_projection.call(first), dim: 1);
    }

    /// <summary>Scores of "do not belong together" and "do", (B, 2): the mean over the queries, which see the text and are seen by it.</summary>
    public Tensor Match(Tensor image, Tensor tokens)
    {
        var mask = QFormerMask.Match(qformer.Config.Queries, tokens.shape[1]);
        var (queries, _) = qformer.ReadBoth(image, tokens, QFormerMask.WithoutPadding(mask, LanguageLoss.Real(tokens, End)));
        return match_head.call(queries).mean(new[] { 1L });
    }

    /// <summary>Scores of the token after each, (B, T, V), of a text that sees the picture through the queries alone.</summary>
    public Tensor Generate(Tensor image, Tensor tokens)
    {
        var mask = QFormerMask.Generate(qformer.Config.Queries, tokens.shape[1]).to(image.device);
        var (_, texts) = qformer.ReadBoth(image, tokens, mask);
        return language_norm.call(F.gelu(language_transform.call(texts))).matmul(qformer.TokenWeights.T) + language_bias;
    }

    /// <summary>Keeps the temperature between 0.01 and 0.5. To be called after each step of the optimizer.</summary>
    public void ClampTemperature()
    {
        using var noGrad = no_grad();
        temperature.clamp_(0.01, 0.5);
    }

    /// <summary>The loss of telling the right pairs from as many with another text and as many with another picture.</summary>
    /// <param name="image">(B, N, C).</param>
    /// <param name="tokens">(B, T).</param>
    /// <param name="otherTexts">For each picture the number of a wrong text, (B).</param>
    /// <param name="otherPictures">For each text the number of a wrong picture, (B).</param>
    public Tensor MatchLoss(Tensor image, Tensor tokens, Tensor otherTexts, Tensor otherPictures)
    {
        var pictures = cat(new[] { image, image, image.index_select(0, otherPictures) });           // (3B, N, C)
        var texts = cat(new[] { tokens, tokens.index_select(0, otherTexts), tokens });              // (3B, T)
        return QFormerLoss.Match(Match(pictures, texts));
    }

    /// <summary>
    /// The loss of writing the texts. A text to be written begins with a token of its own, the last of the vocabulary: BLIP-2's [DEC].
    /// </summary>
    public Tensor GenerateLoss(Tensor image, Tensor tokens)
    {
        var begin = full(new[] { tokens.shape[0], 1L }, qformer.Config.VocabularySize - 1, dtype: ScalarType.Int64, device: tokens.device);
        var written = cat(new[] { begin, tokens.narrow(1, 1, tokens.shape[1] - 1) }, 1);
        var scores = Generate(image, written.narrow(1, 0, written.shape[1] - 1));
        return LanguageLoss.Mean(scores, LanguageLoss.Targets(written, End), smoothing: 0.1);
    }
}
