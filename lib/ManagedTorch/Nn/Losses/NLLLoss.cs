using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Minus the log probability of the right class: (N, C, ...) against class numbers (N, ...).
/// l = -w_y x_y, dx_y = -dl w_y.
/// </summary>
public sealed class NLLLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public NLLLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
    {
    }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.nll_loss(input, target, weight, reduction);
}
