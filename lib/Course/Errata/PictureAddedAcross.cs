// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A picture's vector added to each word of its text.</summary>
[Erratum(ErratumKind.Shapes, "A picture added to the wrong words",
    Seen = "constructed; the silent relative of the exhibit before",
    Source = "PyTorch documentation: broadcasting semantics")]
public class PictureAddedAcross : Erratum
{
    /// <summary>Words (B, T, D) and a picture for each text (B, D) to words (B, T, D).</summary>
    public virtual Tensor Add(Tensor words, Tensor pictures) => words + pictures;

    /// <inheritdoc/>
    protected override void Claim()
    {
        var words = randn(4, 4, 16);
        var seen = Influence.AcrossBatch(pictures => Add(words, pictures), randn(4, 16));
        Check.True(seen.Matches((text, picture) => text == picture),
            "each text gets its own picture");
    }
}

/// <summary>The same vector for all words of a text.</summary>
public sealed class PictureAddedToEach : PictureAddedAcross
{
    /// <inheritdoc/>
    public override Tensor Add(Tensor words, Tensor pictures) =>
        base.Add(words, pictures.unsqueeze(1));
}
