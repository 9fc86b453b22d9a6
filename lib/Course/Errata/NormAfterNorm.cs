// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A stack of blocks and the norm behind it.</summary>
[Erratum(ErratumKind.Normalisation, "A norm that does nothing",
    Seen = "tutorial code for ViT",
    Source = "Dosovitskiy et al. 2021, equation 4")]
public class NormAfterNorm : Erratum
{
    /// <summary>Tokens (1, N, 16) after the last block.</summary>
    public virtual Tensor Encode(Tensor x) => new PostNormBlock(16, 2, eps: 1e-6).call(x);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var encoded = Encode(randn(1, 5, 16));
        Check.NotClose(nn.LayerNorm(16, eps: 1e-6).call(encoded), encoded,
            "the final norm has something to do", atol: 1e-3);
    }
}

/// <summary>A pre-norm block, whose stream is not normalised.</summary>
public sealed class NormAfterStream : NormAfterNorm
{
    /// <inheritdoc/>
    public override Tensor Encode(Tensor x) => new TransformerBlock(16, 2).call(x);
}
