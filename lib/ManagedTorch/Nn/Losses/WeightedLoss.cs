using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>A loss with a weight for each class.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    /// <summary>For subclasses.</summary>
    public WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        this.weight = weight;
        ConditionallyRegisterBuffer(nameof(weight), weight);
    }

    /// <summary>The weight of each class, shape (C), or null for equal weights.</summary>
    public Tensor? weight { get; }
}
