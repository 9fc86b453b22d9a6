using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The cross entropy of sigmoid(input) with targets from 0 to 1, without overflow.
/// l = x (1 - t) + log(1 + exp(-x)), dx = dl (sigmoid(x) - t).
/// </summary>
public sealed class BCEWithLogitsLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public BCEWithLogitsLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean,
        Tensor? pos_weights = null)
        : base(weight, reduction) =>
        this.pos_weights = pos_weights;

    /// <summary>The weight of the positive targets of each class.</summary>
    public Tensor? pos_weights { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.binary_cross_entropy_with_logits(input, target, weight, reduction, pos_weights);
}
