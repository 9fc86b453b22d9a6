using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Softmax and negative log-likelihood in one: logits (N, C, ...) against class numbers (N, ...) or class probabilities (N, C, ...).
/// l = log(sum of exp(x_c)) - x_y, dx_c = dl (softmax(x)_c - [c = y]).
/// </summary>
public sealed class CrossEntropyLoss : WeightedLoss<Tensor, Tensor, Tensor>
{
    /// <summary>The class number that PyTorch ignores when no other is given.</summary>
    private const long DefaultIgnoreIndex = -100;

    /// <summary>Makes the loss.</summary>
    /// <param name="weight">The weight of each class, shape (C).</param>
    /// <param name="ignore_index">A class number that counts for nothing.</param>
    /// <param name="reduction">Mean, sum or none.</param>
    /// <param name="label_smoothing">The share of the target that is spread over all classes (Szegedy et al. 2016), 0 to 1.</param>
    public CrossEntropyLoss(
        Tensor? weight = null, long? ignore_index = null, nn.Reduction reduction = nn.Reduction.Mean, double label_smoothing = 0)
        : base(weight, reduction)
    {
        this.ignore_index = ignore_index;
        this.label_smoothing = label_smoothing;
    }

    /// <summary>A class number that counts for nothing.</summary>
    public long? ignore_index { get; }

    /// <summary>The share of the target that is spread over all classes.</summary>
    public double label_smoothing { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.cross_entropy(input, target, weight, ignore_index ?? DefaultIgnoreIndex, reduction, label_smoothing);
}
