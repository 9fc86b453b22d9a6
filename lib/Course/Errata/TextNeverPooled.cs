// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>CLIP's scores from all that the text encoder returns.</summary>
[Erratum(ErratumKind.Shapes, "A text that is still a sequence",
    Seen = "tutorial code for CLIP and VideoCLIP",
    Source = "Radford et al. 2021, section 2.4")]
public class TextNeverPooled : Erratum
{
    /// <summary>Texts (B, T, D) and pictures (B, D) to scores (B, B).</summary>
    public virtual Tensor Scores(Tensor texts, Tensor images) =>
        F.normalize(texts, dim: -1).matmul(F.normalize(images, dim: -1).T);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var scores = Scores(randn(4, 7, 16), randn(4, 16));
        Check.Shape(scores, 4, 4);
    }
}

/// <summary>Reads each text at its end.</summary>
public sealed class TextPooled : TextNeverPooled
{
    /// <inheritdoc/>
    public override Tensor Scores(Tensor texts, Tensor images) =>
        base.Scores(texts.select(1, -1), images);
}
