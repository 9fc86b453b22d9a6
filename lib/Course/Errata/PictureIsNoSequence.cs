// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A language model's input: the picture, then the words.</summary>
[Erratum(ErratumKind.Shapes, "A picture that is no sequence",
    Seen = "tutorial code for PaLM-E",
    Source = "Driess et al. 2023, section 3")]
public class PictureIsNoSequence : Erratum
{
    /// <summary>A pooled picture (B, D) before words (B, T, D).</summary>
    public virtual Tensor Join(Tensor picture, Tensor words) => cat([picture, words], 1);

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Runs(() => Join(randn(2, 16), randn(2, 5, 16)),
            "picture and words become one sequence");
}

/// <summary>The picture as a sequence of one token.</summary>
public sealed class PictureIsOneToken : PictureIsNoSequence
{
    /// <inheritdoc/>
    public override Tensor Join(Tensor picture, Tensor words) =>
        base.Join(picture.unsqueeze(1), words);
}
