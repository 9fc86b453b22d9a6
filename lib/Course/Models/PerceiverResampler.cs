// Source: notebooks/06-perceiver.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Flamingo's resampler: features (B, M, D) of any number to a fixed number of tokens, (B, N, D). In each layer the latents read the
/// features and themselves at once. Alayrac et al. 2022, section 2.1 and figure 5.
/// </summary>
/// <remarks>Embeddings of time are added to the features before.</remarks>
public sealed class PerceiverResampler : nn.Module<Tensor, Tensor>
{
    private readonly Parameter latents;
    private readonly ModuleList<CrossAttentionBlock> layers;

    /// <summary>A resampler with random weights from torch's generator.</summary>
    /// <param name="width">D.</param>
    /// <param name="count">N, the tokens that come out.</param>
    /// <param name="depth">Layers.</param>
    /// <param name="heads">Heads of each layer; they must divide D.</param>
    /// <exception cref="ArgumentException">The heads do not divide the width.</exception>
    public PerceiverResampler(long width, long count, long depth, long heads) : base(nameof(PerceiverResampler))
    {
        latents = new Parameter(randn(count, width) * 0.02);
        layers = new ModuleList<CrossAttentionBlock>(Enumerable.Range(0, (int)depth)
            .Select(_ => new CrossAttentionBlock(width, width, heads, expansion: 4)).ToArray());
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor features)
    {
        var z = latents.expand(features.shape[0], -1, -1);                                          // (B, N, D)
        foreach (var layer in layers)
            z = layer.call(z, cat(new[] { features, z }, 1));                                       // (B, N, D)
        return z;
    }
}
