// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>What attention costs in a Perceiver: pairs of a token that asks and one that answers.</summary>
[Erratum(ErratumKind.Evaluation, "Linear, and nothing else",
    Seen = "tutorial text on the Perceiver",
    Source = "Jaegle et al. 2021, section 3.1; sizes of Jaegle et al. 2022")]
public class OnlyTheInputCounts : Erratum
{
    /// <summary>The cost of M inputs, N latents and L layers of latent self-attention.</summary>
    public virtual long Cost(long inputs, long latents, long layers) => inputs * latents;

    /// <inheritdoc/>
    protected override void Claim()
    {
        const long m = 300, n = 32, l = 4;
        Tensor input = randn(1, m, 16), latent = randn(1, n, 16);
        var pairs = latent.matmul(input.transpose(1, 2)).numel();    // cross-attention
        for (var layer = 0; layer < l; layer++)
            pairs += new SelfAttention(16, heads: 1).Weights(latent).numel();
        Check.Equal(Cost(m, n, l), pairs, "the cost is the number of attention weights");
    }
}

/// <summary>Cross-attention to the inputs and self-attention of the latents.</summary>
public sealed class LatentsCountToo : OnlyTheInputCounts
{
    /// <inheritdoc/>
    public override long Cost(long inputs, long latents, long layers) =>
        base.Cost(inputs, latents, layers) + (layers * latents * latents);
}
