using TorchSharp.Modules;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>Pictures (B, 3, Side, Side) to (B, outputs).</summary>
internal sealed class VisionTransformer : nn.Module<Tensor, Tensor>
{
    private readonly Conv2d patch = nn.Conv2d(3, Width, Patch, stride: Patch);
    private readonly Parameter cls = Small(1, 1, Width);
    private readonly Parameter position = Small(1, Side / Patch * (Side / Patch) + 1, Width);
    private readonly Block block1 = new();
    private readonly Block block2 = new();
    private readonly LayerNorm norm = nn.LayerNorm(Width);
    private readonly Linear head;

    public VisionTransformer(long outputs) : base(nameof(VisionTransformer))
    {
        head = nn.Linear(Width, outputs, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor pictures)
    {
        Tensor x = patch.call(pictures).flatten(2).transpose(1, 2);
        x = cat([cls.expand(x.shape[0], -1, -1), x], 1) + position;
        return head.call(norm.call(block2.call(block1.call(x))).select(1, 0));
    }
}
