// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Fusion of words and patches before anything is decided.</summary>
[Erratum(ErratumKind.Invariances, "Early fusion that is late",
    Seen = "tutorial code for fusion strategies",
    Source = "Baltrusaitis et al. 2019, section 6.1; chapter 9")]
public class EarlyFusionIsLate : Erratum
{
    /// <summary>A model from words (B, T, D) and patches (B, N, D) to (B, D).</summary>
    public virtual Func<Tensor, Tensor, Tensor> Model()
    {
        Linear text = nn.Linear(16, 16), image = nn.Linear(16, 16), fusion = nn.Linear(32, 16);
        return (words, patches) => fusion.call(cat([text.call(words.mean([1L])), image.call(patches.mean([1L]))], -1));
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var f = Model();
        Tensor a = randn(2, 5, 16), b = randn(2, 7, 16), noA = zeros(2, 5, 16), noB = zeros(2, 7, 16);
        Check.NotClose(f(a, b) + f(noA, noB), f(a, noB) + f(noA, b),
            "what a word means can depend on the picture", atol: 1e-4);
    }
}

/// <summary>One sequence of both, with a vector for each modality, through a block.</summary>
public sealed class EarlyFusionOfTokens : EarlyFusionIsLate
{
    /// <inheritdoc/>
    public override Func<Tensor, Tensor, Tensor> Model()
    {
        var modality = randn(2, 16);
        var block = new TransformerBlock(16, 2);
        return (words, patches) => block.call(cat([words + modality[0], patches + modality[1]], 1)).mean([1L]);
    }
}
