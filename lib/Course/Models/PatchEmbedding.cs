// Source: notebooks/02-vit.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Cuts pictures into square patches and projects each patch to a vector: (B, C, S, S) to (B, N, D) with N = (S / P)².
/// Dosovitskiy et al. 2021, equation 1.
/// </summary>
public sealed class PatchEmbedding : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d proj;
    private readonly long channels;
    private readonly long patchSize;

    /// <summary>Patches of pictures with sides of <paramref name="imageSize"/> pixels.</summary>
    /// <remarks>ViT's projection has a bias, CLIP's has none.</remarks>
    /// <exception cref="ArgumentException">The patches do not cover the picture exactly.</exception>
    public PatchEmbedding(long imageSize, long patchSize, long channels, long width, bool bias = true) : base(nameof(PatchEmbedding))
    {
        RequireCover(imageSize, patchSize);
        this.patchSize = patchSize;
        this.channels = channels;
        proj = nn.Conv2d(channels, width, patchSize, stride: patchSize, bias: bias);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor images)
    {
        var shape = images.shape;
        if (shape.Length != 4 || shape[1] != channels)
            throw new ArgumentException($"Expected pictures of shape (B, {channels}, H, W), not ({string.Join(", ", shape)}).");
        RequireCover(shape[2], patchSize);
        RequireCover(shape[3], patchSize);
        return proj.call(images)               // (B, D, H/P, W/P)
            .flatten(2)                        // (B, D, N)
            .transpose(1, 2);                  // (B, N, D)
    }

    private static void RequireCover(long imageSize, long patchSize)
    {
        if (patchSize < 1 || imageSize % patchSize != 0)
            throw new ArgumentException(
                $"Patches of {patchSize} x {patchSize} do not cover a picture side of {imageSize} pixels: " +
                $"{imageSize % Math.Max(1, patchSize)} would be left over. " +
                "Resize or pad the picture, or choose a patch size that divides it.");
    }
}
