using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The right class shall win against each other one by a margin: (N, C) against class numbers (N).
/// l = the sum over j other than y of max(0, margin - x_y + x_j)^p / C.
/// </summary>
public sealed class MultiMarginLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public MultiMarginLoss(int p = 1, double margin = 1, Tensor? weight = null,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(weight, reduction)
    {
        this.p = p;
        this.margin = margin;
    }

    /// <summary>The power, 1 or 2.</summary>
    public int p { get; }

    /// <summary>By how much the right class shall win.</summary>
    public double margin { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multi_margin_loss(input, target, p, margin, weight, reduction);
}
