// Source: notebooks/02-vit.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// ViT: pictures (B, C, S, S) to class scores (B, K). Dosovitskiy et al. 2021, equations 1 to 4, with LayerNorm's epsilon of 1e-6.
/// </summary>
public sealed class VisionTransformer : nn.Module<Tensor, Tensor>
{
    private readonly PatchEmbedding patch_embed;
    private readonly Parameter cls_token;
    private readonly Parameter pos_embed;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;

    /// <summary>A model of <paramref name="depth"/> blocks whose tokens have <paramref name="width"/> numbers.</summary>
    public VisionTransformer(long imageSize, long patchSize, long channels, long width, long depth, long heads, long classes)
        : base(nameof(VisionTransformer))
    {
        GridSize = patchSize > 0 ? imageSize / patchSize : 0;
        patch_embed = new PatchEmbedding(imageSize, patchSize, channels, width);
        cls_token = new Parameter(randn(1, 1, width) * 0.02);
        pos_embed = new Parameter(randn(1, 1 + (GridSize * GridSize), width) * 0.02);
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, (int)depth).Select(_ => new TransformerBlock(width, heads, eps: 1e-6)).ToArray());
        norm = nn.LayerNorm(width, eps: 1e-6);
        head = nn.Linear(width, classes);
        RegisterComponents();
    }

    /// <summary>Patches along one side of the picture.</summary>
    public long GridSize { get; }

    /// <summary>The position embeddings, (1, 1 + N, D): the class token's first.</summary>
    public Tensor Positions => pos_embed;

    /// <summary>The blocks in order.</summary>
    public IReadOnlyList<TransformerBlock> Blocks => blocks.ToList();

    /// <inheritdoc/>
    public override Tensor forward(Tensor images) => head.call(Features(images));      // (B, K)

    /// <summary>The class token after the last block and LayerNorm: (B, D).</summary>
    public Tensor Features(Tensor images) => Read(Encode(Embed(images)));

    /// <summary>The sequence (B, 1 + N, D) after the last block. Equations 2 and 3.</summary>
    public Tensor Encode(Tensor sequence)
    {
        foreach (var block in blocks)
            sequence = block.call(sequence);                                           // (B, 1 + N, D)
        return sequence;
    }

    /// <summary>The class scores (B, K) from a sequence after the last block.</summary>
    public Tensor Classify(Tensor sequence) => head.call(Read(sequence));

    /// <summary>Patches with the class token in front, positions added: (B, 1 + N, D). Equation 1.</summary>
    public Tensor Embed(Tensor images) => Embed(images, pos_embed);

    /// <summary>The same with other position embeddings, for pictures of another size.</summary>
    public Tensor Embed(Tensor images, Tensor positions)
    {
        var z = patch_embed.call(images);                                              // (B, N, D)
        var token = cls_token.expand(z.shape[0], -1, -1);                              // (B, 1, D)
        return cat(new[] { token, z }, 1) + positions;                                 // (B, 1 + N, D)
    }

    // LayerNorm works token by token, so only the class token needs it. Equation 4.
    private Tensor Read(Tensor sequence) => norm.call(sequence.select(1, 0));           // (B, D)
}
