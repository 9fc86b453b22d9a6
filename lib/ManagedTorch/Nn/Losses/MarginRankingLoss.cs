using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>max(0, margin - target (input1 - input2)).</summary>
public sealed class MarginRankingLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public MarginRankingLoss(double margin = 0, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.margin = margin;

    /// <summary>By how much the larger one shall be larger.</summary>
    public double margin { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input1, Tensor input2, Tensor target) =>
        nn.functional.margin_ranking_loss(input1, input2, target, margin, reduction);
}
