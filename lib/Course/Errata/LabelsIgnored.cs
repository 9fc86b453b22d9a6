// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A contrastive loss with labels.</summary>
[Erratum(ErratumKind.Invariances, "Labels that nobody looks at",
    Seen = "tutorial code for CLIP",
    Source = "Radford et al. 2021, figure 3")]
public class LabelsIgnored : Erratum
{
    /// <summary>Scores (N, N) and the column that belongs to each row (N) to a loss.</summary>
    public virtual Tensor Loss(Tensor scores, Tensor labels)
    {
        labels = arange(scores.shape[0]);
        return F.cross_entropy(scores, labels);
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        Tensor scores = randn(4, 4), labels = arange(4);
        Check.NotClose(Loss(scores, labels.flip(0)), Loss(scores, labels),
            "other labels give another loss", atol: 1e-3);
    }
}

/// <summary>Uses the labels it is given.</summary>
public sealed class LabelsUsed : LabelsIgnored
{
    /// <inheritdoc/>
    public override Tensor Loss(Tensor scores, Tensor labels) => F.cross_entropy(scores, labels);
}
