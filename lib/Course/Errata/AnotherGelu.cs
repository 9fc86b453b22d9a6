// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The activation of OpenAI's CLIP.</summary>
[Erratum(ErratumKind.Normalisation, "Another GELU than the weights know",
    Seen = "ports of CLIP",
    Source = "OpenAI's CLIP, class QuickGELU; Hendrycks and Gimpel 2016, section 2")]
public class AnotherGelu : Erratum
{
    /// <summary>The activation.</summary>
    public virtual nn.Module<Tensor, Tensor> Activation() => nn.GELU();

    /// <inheritdoc/>
    protected override void Claim()
    {
        var x = linspace(-4, 4, 801);
        Check.AllClose(Activation().call(x), x * (1.702 * x).sigmoid(),
            "the activation is x sigmoid(1.702 x)", atol: 1e-5);
    }
}

/// <summary>The stand-in of chapter 3.</summary>
public sealed class QuickGeluOfClip : AnotherGelu
{
    /// <inheritdoc/>
    public override nn.Module<Tensor, Tensor> Activation() => new QuickGelu();
}
