// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A patch embedding that takes any picture.</summary>
[Erratum(ErratumKind.Shapes, "Pixels that no patch sees",
    Seen = "tutorial code for ViT",
    Source = "Dosovitskiy et al. 2021, section 3.1")]
public class PixelsNoPatchSees : Erratum
{
    /// <summary>Pictures (B, 1, H, W) to patches of 16 x 16, (B, N, D).</summary>
    public virtual Tensor Patches(Tensor pictures, Conv2d projection) =>
        projection.call(pictures).flatten(2).transpose(1, 2);

    /// <summary>Which column (input) of a picture of 16 x 100 pixels changes which patch (output).</summary>
    public InfluenceMatrix ColumnsSeen()
    {
        var projection = nn.Conv2d(1, 8, 16, stride: 16);
        return Influence.Of(columns => Patches(columns.transpose(1, 2).unsqueeze(1), projection), randn(1, 100, 16));
    }

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.True(ColumnsSeen().Any(outputs: .., inputs: ^1..),
            "some patch sees the last column of pixels");
}

/// <summary>Fills the picture up to the next multiple of 16.</summary>
public sealed class PixelsAllSeen : PixelsNoPatchSees
{
    /// <inheritdoc/>
    public override Tensor Patches(Tensor pictures, Conv2d projection) =>
        base.Patches(F.pad(pictures, (0, Missing(pictures.shape[3]), 0, Missing(pictures.shape[2]))), projection);

    private static long Missing(long side) => (16 - (side % 16)) % 16;
}
