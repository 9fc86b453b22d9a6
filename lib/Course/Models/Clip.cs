// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Contrastive language-image pre-training (Radford et al. 2021): two towers, a projection after each, and a learned scale.
/// </summary>
public sealed class Clip : nn.Module<Tensor, Tensor, Tensor>
{
    /// <summary>The largest scale; the paper's section 2.5.</summary>
    public const double LargestScale = 100;

    private readonly ImageTransformer visual;
    private readonly TextTransformer textual;
    private readonly Parameter image_projection;
    private readonly Parameter text_projection;
    private readonly Parameter logit_scale;

    /// <summary>A model of the sizes in <paramref name="config"/>, with random weights from torch's generator.</summary>
    public Clip(ClipConfig config) : base(nameof(Clip))
    {
        Config = config;
        visual = new ImageTransformer(config);
        textual = new TextTransformer(config);
        image_projection = new Parameter(randn(config.ImageWidth, config.EmbeddingWidth) / Math.Sqrt(config.ImageWidth));
        text_projection = new Parameter(randn(config.TextWidth, config.EmbeddingWidth) / Math.Sqrt(config.TextWidth));
        logit_scale = new Parameter(tensor((float)Math.Log(1 / 0.07)));
        RegisterComponents();
    }

    /// <summary>The sizes.</summary>
    public ClipConfig Config { get; }

    /// <summary>The text tower.</summary>
    public TextTransformer Text => textual;

    /// <summary>The logarithm of the scale: what is learned.</summary>
    public Parameter LogScale => logit_scale;

    /// <summary>What cosines are multiplied by, one over the temperature.</summary>
    public Tensor Scale => logit_scale.exp();

    /// <summary>Scaled cosines of every picture (B, 3, S, S) with every text (M, T): (B, M), a row for each picture.</summary>
    public override Tensor forward(Tensor images, Tensor tokens) => Scale * EmbedImages(images).matmul(EmbedTexts(tokens).T);

    /// <summary>Pictures (B, 3, S, S) from <see cref="Normalise"/> as unit vectors (B, E).</summary>
    public Tensor EmbedImages(Tensor images) => F.normalize(ImageFeatures(images).matmul(image_projection), dim: 1);

    /// <summary>Token numbers (B, T) as unit vectors (B, E).</summary>
    public Tensor EmbedTexts(Tensor tokens) => F.normalize(ProjectTexts(tokens), dim: 1);

    /// <summary>The same before they are brought to length 1.</summary>
    public Tensor ProjectTexts(Tensor tokens) => textual.call(tokens).matmul(text_projection);

    /// <summary>The image tower's output before the projection, (B, D): what a linear probe reads.</summary>
    public Tensor ImageFeatures(Tensor images) => visual.call(images);

    /// <summary>The image tower's tokens after its last block, (B, 1 + N, D): what a Q-Former looks at.</summary>
    public Tensor ImageTokens(Tensor images) => visual.Encode(images);

    /// <summary>Keeps the scale between 1 and <see cref="LargestScale"/>. To be called after each step of the optimizer.</summary>
    public void ClampScale()
    {
        using var noGrad = no_grad();
        logit_scale.clamp_(0, Math.Log(LargestScale));
    }

    /// <summary>Pictures of bytes, 0 to 255, as floats from -1 to 1.</summary>
    public static Tensor Normalise(Tensor bytes) => (bytes.to(ScalarType.Float32) / 127.5) - 1;
}
