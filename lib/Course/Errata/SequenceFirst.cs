// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Self-attention by the module that the library brings.</summary>
[Erratum(ErratumKind.BatchAndSequence, "Attention across the batch",
    Seen = "tutorial code for cross-modal attention; nn.MultiheadAttention of PyTorch and TorchSharp",
    Source = "PyTorch documentation of MultiheadAttention, batch_first")]
public class SequenceFirst : Erratum
{
    /// <summary>Tokens (B, N, D) to (B, N, D).</summary>
    public virtual Tensor Attend(MultiheadAttention attention, Tensor x) =>
        attention.call(x, x, x).Item1;

    /// <summary>Which item of a batch changes which item of the result.</summary>
    public InfluenceMatrix ItemsSeen()
    {
        var attention = nn.MultiheadAttention(16, 2);
        return Influence.AcrossBatch(x => Attend(attention, x), randn(4, 6, 16));
    }

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.True(ItemsSeen().Matches((output, input) => output == input),
            "no item of a batch sees another");
}

/// <summary>Swaps the dimensions before and after.</summary>
public sealed class BatchFirst : SequenceFirst
{
    /// <inheritdoc/>
    public override Tensor Attend(MultiheadAttention attention, Tensor x) =>
        base.Attend(attention, x.transpose(0, 1)).transpose(0, 1);
}
