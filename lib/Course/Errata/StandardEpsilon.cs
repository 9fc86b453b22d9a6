// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The norm of a ViT.</summary>
[Erratum(ErratumKind.Normalisation, "The epsilon of another model",
    Seen = "tutorial code for ViT",
    Source = "the published ViT configurations (1e-6); BERT 1e-12, CLIP 1e-5")]
public class StandardEpsilon : Erratum
{
    /// <summary>A norm of width 16.</summary>
    public virtual LayerNorm Norm() => nn.LayerNorm(16);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var quiet = 0.003 * randn(1, 4, 16);                         // tokens with a small deviation
        var centred = quiet - quiet.mean([-1L], keepdim: true);
        var expected = centred / (centred.square().mean([-1L], keepdim: true) + 1e-6).sqrt();
        Check.AllClose(Norm().call(quiet), expected, "the norm is that of the published model");
    }
}

/// <summary>The epsilon that the weights were trained with.</summary>
public sealed class ViTEpsilon : StandardEpsilon
{
    /// <inheritdoc/>
    public override LayerNorm Norm() => nn.LayerNorm(16, eps: 1e-6);
}
