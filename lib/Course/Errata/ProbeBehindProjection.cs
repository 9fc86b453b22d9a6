// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The features that a linear probe reads.</summary>
[Erratum(ErratumKind.Evaluation, "A linear probe in the wrong place",
    Seen = "tutorial text on CLIP",
    Source = "Radford et al. 2021, section 3.2 and appendix A.3")]
public class ProbeBehindProjection : Erratum
{
    /// <summary>Pictures (B, 3, S, S) to features (B, D).</summary>
    public virtual Tensor Features(Clip model, Tensor pictures) => model.EmbedImages(pictures);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var sizes = new ClipConfig { ImageSize = 16, ImageWidth = 24, ImageDepth = 1, TextDepth = 1, EmbeddingWidth = 12 };
        var model = new Clip(sizes);
        var features = Features(model, randn(2, 3, 16, 16));
        Check.Shape(features, 2, 24);
    }
}

/// <summary>What the tower says before the projection.</summary>
public sealed class ProbeBeforeProjection : ProbeBehindProjection
{
    /// <inheritdoc/>
    public override Tensor Features(Clip model, Tensor pictures) => model.ImageFeatures(pictures);
}
