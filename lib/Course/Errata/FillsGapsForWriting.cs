// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The text model of a captioner.</summary>
[Erratum(ErratumKind.Masks, "Filling gaps where words are written",
    Seen = "tutorial text on BLIP and Flamingo",
    Source = "Li et al. 2022 (BLIP), section 3.2; Alayrac et al. 2022, equation 1")]
public class FillsGapsForWriting : Erratum
{
    /// <summary>Its block.</summary>
    public virtual TransformerBlock Block() => new(16, 2);

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.True(Influence.Of(Block().call, randn(1, 6, 16)).IsCausal,
            "a word depends on earlier words only");
}

/// <summary>A causal block.</summary>
public sealed class WritesOnwards : FillsGapsForWriting
{
    /// <inheritdoc/>
    public override TransformerBlock Block() => new(16, 2, causal: true);
}
