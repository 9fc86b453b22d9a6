// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The loss over some pairs of modalities.</summary>
[Erratum(ErratumKind.Temperature, "A mean that is none",
    Seen = "AudioCLIP's own code, model/audioclip.py",
    Source = "Guzhov et al. 2022, section 3")]
public class DividedByFactorial : Erratum
{
    /// <summary>What the sum of two cross-entropies a pair is divided by.</summary>
    public virtual double Divisor(int pairs) =>
        Enumerable.Range(1, pairs).Aggregate(1, (product, k) => product * k);

    /// <summary>The loss from the scores (N, N) of each pair of modalities.</summary>
    public double Loss(params Tensor[] scores) =>
        scores.Sum(s => 2 * ContrastiveLoss.InfoNce(s).item<float>()) / Divisor(scores.Length);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var scores = randn(8, 8);
        double one = ContrastiveLoss.InfoNce(scores).item<float>();
        Check.Close(Loss(scores, scores, scores), one, "three equal pairs have the loss of one");
        Check.Close(Loss(scores, scores), one, "two equal pairs have the loss of one");
        Check.Close(Loss(scores), one, "one pair has the loss of one");
    }
}

/// <summary>Two cross-entropies a pair.</summary>
public sealed class DividedByCount : DividedByFactorial
{
    /// <inheritdoc/>
    public override double Divisor(int pairs) => 2 * pairs;
}
