// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Picture-text scores.</summary>
[Erratum(ErratumKind.Normalisation, "Long vectors match everything",
    Seen = "OpenAI-CLIP by M. Shariatnia",
    Source = "Radford et al. 2021, figure 3")]
public class LongVectorsMatch : Erratum
{
    /// <summary>Pictures (B, E) and texts (B, E) to scores (B, B).</summary>
    public virtual Tensor Scores(Tensor images, Tensor texts) => images.matmul(texts.T);

    /// <inheritdoc/>
    protected override void Claim()
    {
        Tensor images = randn(4, 16), texts = randn(4, 16);
        Check.AllClose(Scores(2 * images, texts), Scores(images, texts),
            "a longer vector is no better match");
    }
}

/// <summary>Cosines.</summary>
public sealed class UnitVectorsMatch : LongVectorsMatch
{
    /// <inheritdoc/>
    public override Tensor Scores(Tensor images, Tensor texts) =>
        base.Scores(F.normalize(images, dim: 1), F.normalize(texts, dim: 1));
}
