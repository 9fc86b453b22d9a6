// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>What the language model of BLIP-2 gets of a picture.</summary>
[Erratum(ErratumKind.History, "One transformer for everything",
    Seen = "tutorial text on BLIP-2",
    Source = "Li et al. 2023 (BLIP-2), figures 1 and 2")]
public class PatchesAsWords : Erratum
{
    /// <summary>Patches (B, N, 16) to soft tokens for the language model, (B, M, 16).</summary>
    public virtual Tensor SoftTokens(Tensor patches) => nn.Linear(16, 16).call(patches);

    /// <inheritdoc/>
    protected override void Claim()
    {
        foreach (var patches in new[] { 257, 577 })                  // pictures of 224 and of 336 pixels, patches of 14
        {
            var softTokens = SoftTokens(randn(2, patches, 16));
            Check.Shape(softTokens, 2, 32, 16);
        }
    }
}

/// <summary>Learned queries that ask the patches.</summary>
public sealed class QueriesAsWords : PatchesAsWords
{
    /// <inheritdoc/>
    public override Tensor SoftTokens(Tensor patches)
    {
        var queries = new Parameter(0.02 * randn(1, 32, 16));
        return new CrossAttention(16, 16, 2).call(queries.expand(patches.shape[0], -1, -1), patches);
    }
}
