using TorchSharp.Modules;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>Attention of x to a memory: (B, T, D) and (B, S, D) to (B, T, D).</summary>
internal sealed class Attention : nn.Module<Tensor, Tensor, Tensor>
{
    private readonly bool causal;
    private readonly Linear query = nn.Linear(Width, Width);
    private readonly Linear key = nn.Linear(Width, Width);
    private readonly Linear value = nn.Linear(Width, Width);
    private readonly Linear @out = nn.Linear(Width, Width);

    public Attention(bool causal) : base(nameof(Attention))
    {
        this.causal = causal;
        RegisterComponents();
    }

    public override Tensor forward(Tensor x, Tensor memory)
    {
        Tensor mixed = nn.functional.scaled_dot_product_attention(
            Split(query.call(x)), Split(key.call(memory)), Split(value.call(memory)), is_casual: causal);
        return @out.call(mixed.transpose(1, 2).reshape(x.shape));
    }

    private static Tensor Split(Tensor x) => x.view(x.shape[0], x.shape[1], Heads, -1).transpose(1, 2);
}
