using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Draws the vectors of a pair together (target 1) or apart (target -1).
/// l = 1 - cos(a, b), or max(0, cos(a, b) - margin): (N, D), (N, D) and (N) to (N).
/// </summary>
public sealed class CosineEmbeddingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public CosineEmbeddingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.margin = margin;

    /// <summary>The cosine that strangers may have.</summary>
    public double margin { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.cosine_embedding_loss(input1, input2, target, margin, reduction);
}
