using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The squared difference of input and target. l = (x - t)^2, dx = 2 dl (x - t). Input x and target t of one shape.</summary>
public sealed class MSELoss : Loss<Tensor, Tensor, Tensor>
{
    /// <summary>Makes the loss.</summary>
    public MSELoss(nn.Reduction reduction = nn.Reduction.Mean) : base(reduction)
    {
    }

    /// <summary>The loss of two tensors of one shape; a scalar unless the reduction is none.</summary>
    public override Tensor forward(Tensor input, Tensor target) => nn.functional.mse_loss(input, target, reduction);
}
