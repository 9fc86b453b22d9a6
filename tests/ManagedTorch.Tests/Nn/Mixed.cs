using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace ManagedTorch.Tests.Nn;

/// <summary>A module with a field of every kind, private and public, and one that is null.</summary>
internal sealed class Mixed : Module<Tensor, Tensor>
{
    public readonly Parameter scale;
    public readonly ModuleList<Linear> blocks;
    private readonly Linear _hidden;
    private readonly Tensor offset;
    private readonly Linear? missing = null;
    private readonly int count = 3;

    public Mixed() : base("mixed")
    {
        scale = Parameter(ones(4));
        _hidden = Linear(4, 4);
        offset = zeros(4);
        blocks = ModuleList(Linear(4, 4, hasBias: false), Linear(4, 4, hasBias: false));
        RegisterComponents();
    }

    public Linear Hidden => _hidden;

    public Tensor Offset => offset;

    public override Tensor forward(Tensor input)
    {
        Tensor x = _hidden.call(input) * scale + offset;
        foreach (Linear block in blocks)
        {
            x = block.call(x);
        }
        return missing is null ? x : x * count;
    }
}
