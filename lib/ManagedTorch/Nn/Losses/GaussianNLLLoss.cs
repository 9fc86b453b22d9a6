using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// Minus the log density of values under normal distributions of given means and variances.
/// l = (log v + (x - t)^2 / v) / 2.
/// </summary>
public sealed class GaussianNLLLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public GaussianNLLLoss(bool full = false, float eps = 1E-08f, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether to add the constant.</summary>
    public bool full { get; }

    /// <summary>The least variance.</summary>
    public float eps { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target, Tensor variance) =>
        nn.functional.gaussian_nll_loss(input, target, variance, full, eps, reduction);
}
