// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The blocks of a new model.</summary>
[Erratum(ErratumKind.Invariances, "Twelve layers that are born equal",
    Seen = "nn.TransformerEncoder of PyTorch, used for a tutorial's ViT",
    Source = "PyTorch documentation of TransformerEncoder")]
public class LayersBornEqual : Erratum
{
    /// <summary>Blocks of width 16.</summary>
    public virtual IReadOnlyList<TransformerBlock> Blocks(int depth)
    {
        var first = new TransformerBlock(16, 2);
        var blocks = Enumerable.Range(0, depth).Select(_ => new TransformerBlock(16, 2)).ToList();
        foreach (var block in blocks) block.load_state_dict(first.state_dict());
        return blocks;
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var blocks = Blocks(12);
        Tensor Weights(TransformerBlock block) => block.get_parameter("attn.qkv.weight")!;
        Check.NotClose(Weights(blocks[0]), Weights(blocks[11]), "no two layers begin alike");
    }
}

/// <summary>Each block draws its own weights.</summary>
public sealed class LayersBornApart : LayersBornEqual
{
    /// <inheritdoc/>
    public override IReadOnlyList<TransformerBlock> Blocks(int depth) =>
        [.. Enumerable.Range(0, depth).Select(_ => new TransformerBlock(16, 2))];
}
