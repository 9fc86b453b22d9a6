// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The learned scale of a contrastive model.</summary>
[Erratum(ErratumKind.Temperature, "A temperature that becomes negative",
    Seen = "tutorial code for CLIP; BLIP and BLIP-2 learn the raw temperature, too, with a small step",
    Source = "Radford et al. 2021, section 2.5")]
public class RawTemperature : Erratum
{
    /// <summary>What is learned.</summary>
    public virtual Parameter Create() => new(tensor(0.07f));

    /// <summary>What cosines are multiplied by.</summary>
    public virtual Tensor Scale(Parameter learned) => 1 / learned;

    /// <inheritdoc/>
    protected override void Claim()
    {
        var learned = Create();
        var optimizer = optim.Adam([learned], lr: 0.1);
        ContrastiveLoss.InfoNce(Scale(learned) * eye(8)).backward();
        optimizer.step();
        Check.Between(Scale(learned).item<float>(), 1, 100,
            "the scale stays one after a step of 0.1");
    }
}

/// <summary>Learns the logarithm, and bounds it.</summary>
public sealed class LogOfScale : RawTemperature
{
    /// <inheritdoc/>
    public override Parameter Create() => new(tensor((float)Math.Log(1 / 0.07)));

    /// <inheritdoc/>
    public override Tensor Scale(Parameter learned) =>
        learned.clamp(max: Math.Log(Clip.LargestScale)).exp();
}
