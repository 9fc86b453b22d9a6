using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The cross entropy of probabilities with targets from 0 to 1, element by element.
/// l = -(t log x + (1 - t) log(1 - x)), dx = dl (x - t) / (x (1 - x)).
/// </summary>
public sealed class BCELoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public BCELoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(weight, reduction)
    {
    }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.binary_cross_entropy(input, target, weight, reduction);
}
