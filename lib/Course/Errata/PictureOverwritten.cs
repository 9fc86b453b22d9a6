// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A language model's input with a picture in it.</summary>
[Erratum(ErratumKind.Invariances, "A picture that is thrown away",
    Seen = "tutorial code for PaLM-E",
    Source = "Driess et al. 2023, section 3")]
public class PictureOverwritten : Erratum
{
    /// <summary>A projected picture (B, 1, D), a learned token (1, 1, D) and words (B, T, D) to one sequence.</summary>
    public virtual Tensor Join(Tensor picture, Tensor token, Tensor words)
    {
        picture = token.expand(picture.shape[0], -1, -1);
        return cat([picture, words], 1);
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        Tensor token = randn(1, 1, 16), words = randn(2, 5, 16);
        Check.NotClose(Join(randn(2, 1, 16), token, words), Join(randn(2, 1, 16), token, words),
            "another picture, another input");
    }
}

/// <summary>The mark, then the picture, then the words.</summary>
public sealed class PictureKept : PictureOverwritten
{
    /// <inheritdoc/>
    public override Tensor Join(Tensor picture, Tensor token, Tensor words) =>
        cat([token.expand(picture.shape[0], -1, -1), picture, words], 1);
}
