// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A text tower that pools by the mean.</summary>
[Erratum(ErratumKind.Masks, "No mask at all",
    Seen = "tutorial code for cross-modal attention and for PaLM-E",
    Source = "Vaswani et al. 2017, section 3.2.3")]
public class PaddingNotMasked : Erratum
{
    /// <summary>Tokens (1, N, D), of which the first are words, to a vector (1, D).</summary>
    public virtual Tensor Embed(SelfAttention attention, Tensor x, int words) =>
        attention.call(x).mean([1L]);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var attention = new SelfAttention(16, 2);
        var text = randn(1, 4, 16);
        var padded = cat([text, randn(1, 3, 16)], 1);
        Check.AllClose(Embed(attention, padded, 4), Embed(attention, text, 4),
            "a text means the same with padding behind it");
    }
}

/// <summary>Keeps the padding out of the attention and out of the mean.</summary>
public sealed class PaddingMasked : PaddingNotMasked
{
    /// <inheritdoc/>
    public override Tensor Embed(SelfAttention attention, Tensor x, int words)
    {
        var isWord = arange(x.shape[1]) < words;                     // (N)
        return attention.forward(x, isWord)[.., ..words].mean([1L]);
    }
}
