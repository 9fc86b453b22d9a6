// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The loss of three modalities.</summary>
[Erratum(ErratumKind.Temperature, "A loss that goes one way",
    Seen = "tutorial code for AudioCLIP",
    Source = "Guzhov et al. 2022, section 3; Radford et al. 2021, figure 3")]
public class OneDirection : Erratum
{
    /// <summary>How well rows find their column in scores (N, N).</summary>
    public virtual Tensor Pair(Tensor scores) => F.cross_entropy(scores, arange(scores.shape[0]));

    /// <summary>The mean over the three pairs of unit vectors (N, E) each.</summary>
    public Tensor Loss(Tensor texts, Tensor images, Tensor sounds) =>
        (Pair(10 * texts.matmul(images.T)) + Pair(10 * texts.matmul(sounds.T)) + Pair(10 * images.matmul(sounds.T))) / 3;

    /// <inheritdoc/>
    protected override void Claim()
    {
        Tensor texts = Unit(), images = Unit(), sounds = Unit();
        Check.AllClose(Loss(sounds, images, texts), Loss(texts, images, sounds),
            "no modality is preferred");
    }

    private static Tensor Unit() => F.normalize(randn(8, 16), dim: 1);
}

/// <summary>Both directions of each pair.</summary>
public sealed class SixDirections : OneDirection
{
    /// <inheritdoc/>
    public override Tensor Pair(Tensor scores) => (base.Pair(scores) + base.Pair(scores.T)) / 2;
}
