using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// The divergence of Kullback and Leibler of log probabilities (input) from a target, element by element.
/// l = t (log t - x), dx = -dl t.
/// </summary>
public sealed class KLDivLoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public KLDivLoss(bool log_target = true, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) =>
        this.log_target = log_target;

    /// <summary>Whether the target is given as logarithms too.</summary>
    public bool log_target { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) =>
        nn.functional.kl_div(input, target, log_target, reduction);
}
