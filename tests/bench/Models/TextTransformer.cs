using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Bench.Models;

/// <summary>A causal transformer on token numbers (B, N): scores (B, N, K) of every token, or (B, K) of the last.</summary>
internal sealed class TextTransformer : nn.Module<Tensor, Tensor>
{
    private readonly Embedding embedding;
    private readonly Parameter positions;
    private readonly ModuleList<TransformerBlock> blocks;
    private readonly LayerNorm norm;
    private readonly Linear head;
    private readonly bool lastTokenOnly;

    public TextTransformer(long vocabulary, long context, long width, int depth, long heads, long outputs, bool lastTokenOnly)
        : base(nameof(TextTransformer))
    {
        this.lastTokenOnly = lastTokenOnly;
        embedding = nn.Embedding(vocabulary, width);
        positions = new Parameter(randn(context, width) * 0.02);
        var layers = Enumerable.Range(0, depth).Select(_ => new TransformerBlock(width, heads, eps: 1e-5, causal: true));
        blocks = new ModuleList<TransformerBlock>(layers.ToArray());
        norm = nn.LayerNorm(width);
        head = nn.Linear(width, outputs, hasBias: false);
        RegisterComponents();
    }

    public override Tensor forward(Tensor tokens)
    {
        var x = embedding.call(tokens) + positions;                                    // (B, N, D)
        x = norm.call(BlockSequence.Run(blocks, x));
        return head.call(lastTokenOnly ? x.select(1, -1) : x);
    }
}
