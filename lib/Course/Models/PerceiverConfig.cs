// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>The sizes of a Perceiver, whatever its input.</summary>
public sealed record PerceiverConfig
{
    /// <summary>N, the latents.</summary>
    public long Latents { get; init; } = 32;

    /// <summary>D, the numbers of a latent.</summary>
    public long Width { get; init; } = 64;

    /// <summary>Self-attention blocks in a stack.</summary>
    public long Layers { get; init; } = 2;

    /// <summary>How often the stack is applied, with the same weights each time.</summary>
    public long Repeats { get; init; } = 1;

    /// <summary>Before how many of these the latents read the input: 1 in Perceiver IO, all in the Perceiver.</summary>
    public long Readings { get; init; } = 1;

    /// <summary>Heads of the readings; they must divide the width of the input.</summary>
    public long CrossHeads { get; init; } = 1;

    /// <summary>Heads of the self-attention; they must divide D.</summary>
    public long Heads { get; init; } = 4;

    /// <summary>Perceiver IO for ImageNet on single pixels with Fourier features (Jaegle et al. 2022).</summary>
    public static PerceiverConfig VisionFourier { get; } = new()
    {
        Latents = 512, Width = 1024, Layers = 6, Repeats = 8, Readings = 1, CrossHeads = 1, Heads = 8,
    };
}
