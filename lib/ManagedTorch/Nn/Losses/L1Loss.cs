using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The absolute difference of input and target. l = |x - t|, dx = dl sign(x - t). Input x and target t of one shape.</summary>
public sealed class L1Loss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public L1Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>The loss of two tensors of one shape; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.l1_loss(input, target, reduction);
}
