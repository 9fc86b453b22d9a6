using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>Two submodules with one weight between them.</summary>
internal sealed class Tied : Module<Tensor, Tensor>
{
    private readonly Linear first;
    private readonly Linear second;

    public Tied() : base(nameof(Tied))
    {
        first = Linear(3, 3, hasBias: false);
        second = Linear(first.weight);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => second.call(first.call(input));
}
