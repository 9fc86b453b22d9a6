using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>The module in tests/fixtures/nn/module.bin.</summary>
internal sealed class FileNet : Module<Tensor, Tensor>
{
    private readonly Linear fc;
    private readonly BatchNorm1d norm;

    public FileNet() : this(2)
    {
    }

    public FileNet(long width) : base(nameof(FileNet))
    {
        fc = Linear(200, width);
        norm = BatchNorm1d(width);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => norm.call(fc.call(input));
}
