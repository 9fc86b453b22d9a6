// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Both directions of a contrastive loss, by name.</summary>
[Erratum(ErratumKind.Evaluation, "Two losses with each other's names",
    Seen = "tutorial code for CLIP",
    Source = "Radford et al. 2021, figure 3")]
public class LossesMisnamed : Erratum
{
    /// <summary>Scores of texts (rows) and pictures (columns) to the loss of finding each picture's text, and the reverse.</summary>
    public virtual (Tensor OfImages, Tensor OfTexts) Losses(Tensor scores)
    {
        var pairs = arange(scores.shape[0]);
        return (F.cross_entropy(scores, pairs), F.cross_entropy(scores.T, pairs));
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var scores = 10 * eye(20);
        scores[0] += 30;                                             // every picture prefers text 0
        Check.Above(Losses(scores).OfImages.item<float>(), 1,
            "pictures that cannot find their text have a loss");
    }
}

/// <summary>A picture looks for its text in its column.</summary>
public sealed class LossesNamed : LossesMisnamed
{
    /// <inheritdoc/>
    public override (Tensor OfImages, Tensor OfTexts) Losses(Tensor scores) => base.Losses(scores.T);
}
