// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A loss called InfoNCE.</summary>
[Erratum(ErratumKind.Evaluation, "NCE is not InfoNCE",
    Seen = "tutorial text on CLIP's loss",
    Source = "van den Oord et al. 2018, equation 4; Gutmann and Hyvarinen 2010")]
public class NceForInfoNce : Erratum
{
    /// <summary>Scores (N, N) to a loss.</summary>
    public virtual Tensor Loss(Tensor scores)
    {
        var isPair = (2 * eye(scores.shape[0])) - 1;                 // 1 on the diagonal, -1 elsewhere
        return -(isPair * scores).sigmoid().log().sum(1).mean();
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var scores = randn(6, 6);
        Check.AllClose(Loss(scores), -scores.log_softmax(1).diagonal().mean(),
            "the partner competes with all others in one softmax");
    }
}

/// <summary>A softmax over the candidates.</summary>
public sealed class InfoNceItself : NceForInfoNce
{
    /// <inheritdoc/>
    public override Tensor Loss(Tensor scores) => F.cross_entropy(scores, arange(scores.shape[0]));
}
