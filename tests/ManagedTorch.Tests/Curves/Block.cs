using TorchSharp.Modules;
using static TorchSharp.torch;
using static ManagedTorch.Tests.Curves.SmallModels;

namespace ManagedTorch.Tests.Curves;

/// <summary>A pre-norm block; attends to itself, or to a memory that has a normalisation of its own.</summary>
internal sealed class Block : nn.Module
{
    private readonly LayerNorm norm1 = nn.LayerNorm(Width);
    private readonly LayerNorm? norm_memory;
    private readonly Attention attention;
    private readonly LayerNorm norm2;
    private readonly Linear fc1;
    private readonly Linear fc2;

    public Block(bool causal = false, bool cross = false) : base(nameof(Block))
    {
        norm_memory = cross ? nn.LayerNorm(Width) : null;
        attention = new Attention(causal);
        norm2 = nn.LayerNorm(Width);
        fc1 = nn.Linear(Width, 2 * Width);
        fc2 = nn.Linear(2 * Width, Width);
        RegisterComponents();
    }

    public Tensor call(Tensor x, Tensor? memory = null)
    {
        Tensor y = norm1.call(x);
        x += attention.call(y, memory is null ? y : norm_memory!.call(memory));
        return x + fc2.call(nn.functional.gelu(fc1.call(norm2.call(x))));
    }
}
