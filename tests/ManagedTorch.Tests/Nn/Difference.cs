using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>A module of two inputs.</summary>
internal sealed class Difference() : Module<Tensor, Tensor, Tensor>(nameof(Difference))
{
    public override Tensor forward(Tensor input1, Tensor input2) => input1 - input2;
}
