// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Self-attention over words with padding behind them.</summary>
[Erratum(ErratumKind.Masks, "A mask upside down",
    Seen = "the two conventions inside PyTorch and TorchSharp",
    Source = "PyTorch documentation: scaled_dot_product_attention, MultiheadAttention")]
public class PaddingMaskUpsideDown : Erratum
{
    /// <summary>Tokens (1, N, D) and where padding is (N) to tokens (1, N, D).</summary>
    public virtual Tensor Attend(SelfAttention attention, Tensor x, Tensor padding) =>
        attention.forward(x, padding);

    /// <summary>Which of four words and two of padding changes which.</summary>
    public InfluenceMatrix WordsSeen()
    {
        var attention = new SelfAttention(16, 2);
        return Influence.Of(x => Attend(attention, x, arange(6) >= 4), randn(1, 6, 16));
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        Check.True(!WordsSeen().Any(outputs: ..4, inputs: 4..), "no word sees the padding");
        Check.True(WordsSeen().All(outputs: ..4, inputs: ..4), "each word sees each word");
    }
}

/// <summary>True where attention may look.</summary>
public sealed class PaddingMaskRightWayUp : PaddingMaskUpsideDown
{
    /// <inheritdoc/>
    public override Tensor Attend(SelfAttention attention, Tensor x, Tensor padding) =>
        base.Attend(attention, x, ~padding);
}
