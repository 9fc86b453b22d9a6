// Source: notebooks/01-attention.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Two linear layers with GELU between, on each token alone (Vaswani et al. 2017, section 3.3): (B, N, D) to (B, N, D).</summary>
public sealed class FeedForward : Module<Tensor, Tensor>
{
    private readonly Linear fc1, fc2;
    private readonly Module<Tensor, Tensor> act;

    /// <summary>A network of a width D with a hidden layer of <paramref name="expansion"/> times D.</summary>
    /// <param name="width">D, the length of a token.</param>
    /// <param name="expansion">4 in ViT, CLIP and BERT, 1 in the Perceiver.</param>
    /// <param name="activation">What stands between the layers; GELU unless given.</param>
    public FeedForward(long width, long expansion = 4, Module<Tensor, Tensor>? activation = null) : base(nameof(FeedForward))
    {
        fc1 = Linear(width, expansion * width);
        act = activation ?? GELU();
        fc2 = Linear(expansion * width, width);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor x) => fc2.call(act.call(fc1.call(x)));     // (B, N, D)
}
