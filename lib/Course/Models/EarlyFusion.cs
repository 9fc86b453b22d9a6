// Source: notebooks/09-fusion.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>Early fusion: the tokens of all modalities are one sequence, read by a transformer.</summary>
public sealed class EarlyFusion : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly ModalityTokens tokens;
    private readonly Parameter cls_token;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;
    private readonly long count;

    /// <summary>A transformer of a width D over M T tokens and one that answers.</summary>
    /// <param name="inputWidth">E.</param>
    /// <param name="modalities">M.</param>
    /// <param name="count">T, the tokens of a modality.</param>
    /// <param name="width">D.</param>
    /// <param name="depth">Blocks.</param>
    /// <param name="heads">Heads of each block.</param>
    /// <param name="answers">K.</param>
    public EarlyFusion(long inputWidth, int modalities, long count, long width, int depth, long heads, long answers)
        : base(nameof(EarlyFusion))
    {
        this.count = count;
        tokens = new ModalityTokens(inputWidth, modalities, count, width);
        cls_token = new Parameter(randn(1, 1, width) * 0.02);
        blocks = new ModuleList<TransformerBlock>(Enumerable.Range(0, depth).Select(_ => new TransformerBlock(width, heads)).ToArray());
        norm = nn.LayerNorm(width);
        head = nn.Linear(width, answers);
        RegisterComponents();
    }

    /// <summary>Logits (B, K) from vectors (B, M, E), of those that are present, (B, M).</summary>
    public override Tensor forward(Tensor values, Tensor present)
    {
        var batch = values.shape[0];
        var sequence = cat([cls_token.expand(batch, -1, -1), tokens.call(values).flatten(1, 2)], 1);                  // (B, 1 + M T, D)
        var always = ones([batch, 1], ScalarType.Bool, device: values.device);
        var mask = cat([always, present.repeat_interleave(count, 1)], 1).unsqueeze(1).unsqueeze(1);                   // (B, 1, 1, 1 + M T)
        return head.call(norm.call(Encode(sequence, mask)[.., 0]));                                                   // (B, K)
    }

    /// <summary>The blocks alone: tokens (B, N, D) to (B, N, D).</summary>
    public Tensor Encode(Tensor sequence, Tensor? mask = null)
    {
        foreach (var block in blocks)
            sequence = block.forward(sequence, mask);
        return sequence;
    }
}
