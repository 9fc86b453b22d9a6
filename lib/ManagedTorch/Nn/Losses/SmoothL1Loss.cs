using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// A parabola for differences below beta, a straight line beyond (Girshick 2015).
/// With d = x - t: d^2 / (2 beta), or |d| - beta / 2; dx = dl d / beta, cut to [-1, 1].
/// </summary>
public sealed class SmoothL1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public SmoothL1Loss(nn.Reduction reduction = nn.Reduction.Mean, double beta = 1) : base(reduction) =>
        this.beta = beta;

    /// <summary>Where the line begins.</summary>
    public double beta { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.smooth_l1_loss(input, target, reduction, beta);
}
