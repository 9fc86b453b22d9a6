using TorchSharp.Modules;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>A GPT: tokens (B, T) to (B, T, outputs).</summary>
internal sealed class CausalTransformer : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embedding = nn.Embedding(Vocabulary, Width);
    private readonly Parameter position = Small(Length, Width);
    private readonly Block block1 = new(causal: true);
    private readonly Block block2 = new(causal: true);
    private readonly LayerNorm norm = nn.LayerNorm(Width);
    private readonly Linear head;

    public CausalTransformer(long outputs) : base(nameof(CausalTransformer))
    {
        head = nn.Linear(Width, outputs, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor ids) =>
        head.call(norm.call(block2.call(block1.call(embedding.call(ids) + position.narrow(0, 0, ids.shape[1])))));
}
