// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>How good a matrix of scores is.</summary>
[Erratum(ErratumKind.Evaluation, "Accuracy for retrieval",
    Seen = "tutorial code for evaluation",
    Source = "Faghri et al. 2018 (VSE++), recall both ways")]
public class OneWayAccuracy : Erratum
{
    /// <summary>Scores of texts (rows) and pictures (columns) to a figure from 0 to 1.</summary>
    public virtual double Measure(Tensor scores) =>
        scores.argmax(1).eq(arange(scores.shape[0])).to(ScalarType.Float32).mean().item<float>();

    /// <inheritdoc/>
    protected override void Claim()
    {
        var scores = 10 * eye(20);
        scores[0] += 30;                                             // text 0 matches everything
        Check.Below(Measure(scores), 0.5, "a text that every picture prefers is noticed");
    }
}

/// <summary>The worse of both directions.</summary>
public sealed class BothWaysRecall : OneWayAccuracy
{
    /// <inheritdoc/>
    public override double Measure(Tensor scores) =>
        Math.Min(Retrieval.Of(scores).RecallAt(1), Retrieval.Of(scores.T).RecallAt(1));
}
