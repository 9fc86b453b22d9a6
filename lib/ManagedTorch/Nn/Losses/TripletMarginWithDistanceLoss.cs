using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>
/// An anchor shall be nearer to its positive than to its negative, by any distance.
/// l = max(0, margin + d(a, p) - d(a, n)).
/// </summary>
public sealed class TripletMarginWithDistanceLoss : Loss<Tensor, Tensor, Tensor, Tensor>
{
    private readonly Func<Tensor, Tensor, Tensor>? _distance;
    private readonly bool _swap;

    /// <summary>Makes the loss.</summary>
    public TripletMarginWithDistanceLoss(Func<Tensor, Tensor, Tensor>? distance = null, double margin = 1, bool swap = false,
        nn.Reduction reduction = nn.Reduction.Mean)
        : base(reduction)
    {
        _distance = distance;
        _swap = swap;
        this.margin = margin;
    }

    /// <summary>By how much nearer.</summary>
    public double margin { get; }

    /// <summary>The loss; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor anchor, Tensor positive, Tensor negative) =>
        nn.functional.triplet_margin_with_distance_loss(anchor, positive, negative, _distance, margin, _swap, reduction);
}
