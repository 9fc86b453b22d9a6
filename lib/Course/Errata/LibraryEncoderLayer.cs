// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A transformer block by the module that the library brings.</summary>
[Erratum(ErratumKind.BatchAndSequence, "A whole block across the batch",
    Seen = "TorchSharp's nn.TransformerEncoderLayer; a literal port of a tutorial's ViT",
    Source = "TorchSharp 0.106, signature of TransformerEncoderLayer")]
public class LibraryEncoderLayer : Erratum
{
    /// <summary>A block from tokens (B, N, D) to (B, N, D).</summary>
    public virtual Func<Tensor, Tensor> Block()
    {
        var layer = nn.TransformerEncoderLayer(d_model: 16, nhead: 2, dim_feedforward: 32, dropout: 0);
        return x => layer.call(x, null, null);
    }

    /// <inheritdoc/>
    protected override void Claim() => Check.True(
        Influence.AcrossBatch(Block(), randn(3, 5, 16)).Matches((output, input) => output == input),
            "no item of a batch sees another");
}

/// <summary>The block of chapter 1.</summary>
public sealed class CourseBlock : LibraryEncoderLayer
{
    /// <inheritdoc/>
    public override Func<Tensor, Tensor> Block() => new TransformerBlock(16, 2).call;
}
