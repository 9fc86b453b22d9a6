using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Each right class shall win against each other one: (N, C) against lists of class numbers ended by -1, (N, C).
/// l = the sum over right j and others i of max(0, 1 - x_j + x_i) / C.
/// </summary>
public sealed class MultiLabelMarginLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public MultiLabelMarginLoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.multi_label_margin_loss(input, target, reduction);
}
