using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Minus the log probability of counts under Poisson rates. l = exp(x) - t x of logarithms, x - t log(x + eps) of rates.</summary>
public sealed class PoissonNLLLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public PoissonNLLLoss(bool log_input = true, bool full = false, float eps = 1E-08f,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        this.log_input = log_input;
        this.full = full;
        this.eps = eps;
    }

    /// <summary>Whether the input is the logarithm of the rate.</summary>
    public bool log_input { get; }

    /// <summary>Whether to add Stirling's approximation of the constant.</summary>
    public bool full { get; }

    /// <summary>Keeps the logarithm of a rate finite.</summary>
    public float eps { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.poisson_nll_loss(input, target, log_input, full, eps, reduction);
}
