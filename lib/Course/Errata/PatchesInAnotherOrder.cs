// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A patch embedding by hand: cut, flatten, multiply.</summary>
[Erratum(ErratumKind.Shapes, "The right numbers in the wrong order",
    Seen = "constructed; the tutorials deny that there is a convolution at all",
    Source = "Dosovitskiy et al. 2021, equation 1")]
public class PatchesInAnotherOrder : Erratum
{
    /// <summary>Pictures (B, C, H, W) to flattened patches (B, N, P P C).</summary>
    public virtual Tensor Flatten(Tensor pictures, long p) => Cut(pictures, p)
        .permute(0, 2, 4, 3, 5, 1)                                   // (B, H/P, W/P, P, P, C)
        .flatten(3).flatten(1, 2);

    /// <summary>(B, C, H/P, P, W/P, P).</summary>
    protected static Tensor Cut(Tensor x, long p) =>
        x.view(x.shape[0], x.shape[1], x.shape[2] / p, p, x.shape[3] / p, p);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var convolution = nn.Conv2d(3, 8, 4, stride: 4);
        var pictures = randn(2, 3, 12, 12);
        var matrix = convolution.weight!.flatten(1).T;               // (C P P, D)
        var byHand = Flatten(pictures, 4).matmul(matrix) + convolution.bias!;
        Check.AllClose(byHand, convolution.call(pictures).flatten(2).transpose(1, 2),
            "cut, flatten, multiply is a convolution");
    }
}

/// <summary>Flattens as a convolution's weights are stored: channels, rows, columns.</summary>
public sealed class PatchesInConvolutionOrder : PatchesInAnotherOrder
{
    /// <inheritdoc/>
    public override Tensor Flatten(Tensor pictures, long p) =>
        Cut(pictures, p).permute(0, 2, 4, 1, 3, 5).flatten(3).flatten(1, 2);
}
