// Source: notebooks/07-qformer.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>LLaVA's bridge (Liu et al. 2023): each token of the picture, (B, N, C), becomes a soft prompt by one matrix, (B, N, W).</summary>
public sealed class LinearBridge : nn.Module<Tensor, Tensor>
{
    private readonly LayerNorm image_norm;
    private readonly Linear projection;

    /// <summary>A bridge from a picture tower of width C to a language model of width W.</summary>
    public LinearBridge(long imageWidth, long languageWidth) : base(nameof(LinearBridge))
    {
        image_norm = nn.LayerNorm(imageWidth, eps: 1e-5);
        projection = nn.Linear(imageWidth, languageWidth);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor image) => projection.call(image_norm.call(image));
}
