using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A parabola for differences up to delta, a straight line beyond (Huber 1964).
/// With d = x - t: d^2 / 2, or delta (|d| - delta / 2); dx = dl d, cut to [-delta, delta].
/// </summary>
public sealed class HuberLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public HuberLoss(double delta = 1, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.delta = delta;

    /// <summary>Where the line begins.</summary>
    public double delta { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.huber_loss(input, target, delta, reduction);
}
