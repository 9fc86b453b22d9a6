// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The scale of a new CLIP.</summary>
[Erratum(ErratumKind.Temperature, "The logarithm upside down",
    Seen = "the notebook that one of the tutorials retells",
    Source = "Radford et al. 2021, section 2.5")]
public class LogarithmUpsideDown : Erratum
{
    /// <summary>The learned logarithm, before training.</summary>
    public virtual double First => Math.Log(0.07);

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Close(Math.Exp(First), 1 / 0.07, "at first cosines are multiplied by 14.3", atol: 1e-6);
}

/// <summary>The logarithm of one over the temperature.</summary>
public sealed class LogarithmOfScale : LogarithmUpsideDown
{
    /// <inheritdoc/>
    public override double First => Math.Log(1 / 0.07);
}
