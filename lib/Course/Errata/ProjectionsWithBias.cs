// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The projection of ViT-B's 768 numbers to CLIP's 512.</summary>
[Erratum(ErratumKind.Shapes, "A projection with a bias",
    Seen = "tutorial code for CLIP",
    Source = "Radford et al. 2021, figure 3; OpenAI's code")]
public class ProjectionsWithBias : Erratum
{
    /// <summary>The projection.</summary>
    public virtual Linear Projection() => nn.Linear(768, 512);

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Equal(Projection().parameters().Sum(p => p.numel()), 768 * 512,
            "the projection is a matrix and nothing else");
}

/// <summary>Without a bias.</summary>
public sealed class ProjectionsWithoutBias : ProjectionsWithBias
{
    /// <inheritdoc/>
    public override Linear Projection() => nn.Linear(768, 512, hasBias: false);
}
