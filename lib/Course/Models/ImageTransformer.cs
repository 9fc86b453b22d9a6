// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>CLIP's image tower: pictures (B, 3, S, S) to one vector a picture (B, D). Radford et al. 2021, section 2.4.</summary>
public sealed class ImageTransformer : nn.Module<Tensor, Tensor>
{
    private readonly PatchEmbedding patch_embed;
    private readonly Parameter class_embedding;
    private readonly Parameter positional_embedding;
    private readonly LayerNorm ln_pre;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm ln_post;

    /// <summary>A tower of the sizes in <paramref name="config"/>.</summary>
    /// <exception cref="ArgumentException">The patches do not cover the picture exactly.</exception>
    public ImageTransformer(ClipConfig config) : base(nameof(ImageTransformer))
    {
        var width = config.ImageWidth;
        var scale = 1 / Math.Sqrt(width);
        patch_embed = new PatchEmbedding(config.ImageSize, config.PatchSize, 3, width, bias: false);
        var grid = config.ImageSize / config.PatchSize;
        class_embedding = new Parameter(randn(width) * scale);
        positional_embedding = new Parameter(randn(1 + (grid * grid), width) * scale);
        ln_pre = nn.LayerNorm(width, eps: 1e-5);
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, (int)config.ImageDepth).Select(_ => new TransformerBlock(
            width, config.ImageHeads, eps: 1e-5, activation: config.UseQuickGelu ? new QuickGelu() : null)).ToArray());
        ln_post = nn.LayerNorm(width, eps: 1e-5);
        RegisterComponents();
    }

    /// <inheritdoc/>
    public override Tensor forward(Tensor images) => ln_post.call(Encode(images).select(1, 0));             // (B, D)

    /// <summary>All tokens after the last block, (B, 1 + N, D): the class token, then the patches.</summary>
    public Tensor Encode(Tensor images)
    {
        var z = patch_embed.call(images);                                                                   // (B, N, D)
        z = cat(new[] { class_embedding.expand(z.shape[0], 1, -1), z }, 1) + positional_embedding;          // (B, 1 + N, D)
        z = ln_pre.call(z);
        foreach (var block in blocks)
            z = block.call(z);                                                                              // (B, 1 + N, D)
        return z;
    }
}
