// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The contrastive loss of unit vectors.</summary>
[Erratum(ErratumKind.Temperature, "Cosines without a temperature",
    Seen = "tutorial code for VideoCLIP and AudioCLIP",
    Source = "Radford et al. 2021, section 2.5")]
public class NoTemperature : Erratum
{
    /// <summary>What cosines are multiplied by.</summary>
    public virtual double Scale => 1;

    /// <summary>The loss of N pairs that are learned perfectly: each pair alike, all others orthogonal.</summary>
    public float PerfectLoss(int pairs) => ContrastiveLoss.InfoNce(Scale * eye(pairs)).item<float>();

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Below(PerfectLoss(pairs: 64), 0.05, "who has learned everything has hardly any loss");
}

/// <summary>CLIP's largest scale.</summary>
public sealed class ScaledCosines : NoTemperature
{
    /// <inheritdoc/>
    public override double Scale => Clip.LargestScale;
}
