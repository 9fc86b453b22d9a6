using TorchSharp.Modules;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>Latents read the pixels twice, with shared weights: (B, 3, Side, Side) to (B, Classes).</summary>
internal sealed class Perceiver : nn.Module<Tensor, Tensor>
{
    private readonly Linear input = nn.Linear(3, Width);
    private readonly Parameter position = Small(Side * Side, Width);
    private readonly Parameter latents = Small(Latents, Width);
    private readonly Block read = new(cross: true);
    private readonly Block block1 = new();
    private readonly Block block2 = new();
    private readonly LayerNorm norm = nn.LayerNorm(Width);
    private readonly Linear head = nn.Linear(Width, Classes);

    public Perceiver() : base(nameof(Perceiver)) => RegisterComponents();

    public override Tensor forward(Tensor pictures)
    {
        Tensor pixels = input.call(pictures.flatten(2).transpose(1, 2)) + position;
        Tensor x = latents.expand(pictures.shape[0], -1, -1);
        for (int i = 0; i < 2; i++)
        {
            x = block2.call(block1.call(read.call(x, pixels)));
        }
        return head.call(norm.call(x).mean([1L]));
    }
}
