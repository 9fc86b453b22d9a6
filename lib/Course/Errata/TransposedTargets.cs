// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Soft targets for pictures, from similarities of pairs.</summary>
[Erratum(ErratumKind.Temperature, "Targets that are no probabilities",
    Seen = "OpenAI-CLIP by M. Shariatnia",
    Source = "Hinton et al. 2015 (distillation), section 2")]
public class TransposedTargets : Erratum
{
    /// <summary>Similarities (N, N) to the targets of each picture, a row each.</summary>
    public virtual Tensor OfImages(Tensor similarities) => similarities.softmax(-1).T;

    /// <inheritdoc/>
    protected override void Claim()
    {
        var vectors = randn(5, 8);
        Check.AllClose(OfImages(vectors.matmul(vectors.T)).sum(-1), ones(5),
            "each picture's targets sum to 1");
    }
}

/// <summary>Transposes the similarities, not the probabilities.</summary>
public sealed class TargetsOfRows : TransposedTargets
{
    /// <inheritdoc/>
    public override Tensor OfImages(Tensor similarities) => similarities.T.softmax(-1);
}
