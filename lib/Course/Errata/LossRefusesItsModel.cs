// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A three-tower model and its loss of texts and sounds.</summary>
[Erratum(ErratumKind.Shapes, "A loss that refuses its own model",
    Seen = "tutorial code for AudioCLIP",
    Source = "Guzhov et al. 2022, section 3")]
public class LossRefusesItsModel : Erratum
{
    /// <summary>Encoded texts (B, T, D) as the model hands them on.</summary>
    public virtual Tensor EmbedTexts(Tensor encoded) => F.normalize(encoded, dim: -1);

    /// <summary>Finds the sound (B, D) of each text.</summary>
    public Tensor Loss(Tensor texts, Tensor sounds) =>
        F.cross_entropy(texts.matmul(sounds.T), arange(texts.shape[0]));

    /// <inheritdoc/>
    protected override void Claim() => Check.Runs(
        () => Loss(EmbedTexts(randn(4, 7, 16)), F.normalize(randn(4, 16), dim: -1)),
            "the loss accepts what the model returns");
}

/// <summary>Hands on one vector for each text.</summary>
public sealed class LossAcceptsItsModel : LossRefusesItsModel
{
    /// <inheritdoc/>
    public override Tensor EmbedTexts(Tensor encoded) => base.EmbedTexts(encoded.select(1, -1));
}
