using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// An anchor shall be nearer to its positive than to its negative (Balntas et al. 2016).
/// l = max(0, margin + d(a, p) - d(a, n)): (N, D) three times to (N).
/// </summary>
public sealed class TripletMarginLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    private readonly double _eps;
    private readonly bool _swap;

    /// <summary>Makes the loss.</summary>
    public TripletMarginLoss(double margin = 1, long p = 2, double eps = 1E-06, bool swap = false,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        _eps = eps;
        _swap = swap;
        this.margin = margin;
        this.p = p;
    }

    /// <summary>By how much nearer.</summary>
    public double margin { get; }

    /// <summary>The norm of the distance.</summary>
    public long p { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_loss(anchor, positive, negative, margin, p, _eps, _swap, reduction);
}
