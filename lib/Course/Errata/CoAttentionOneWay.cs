// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Layers in which two modalities look at each other.</summary>
[Erratum(ErratumKind.Masks, "Co-attention that goes one way",
    Seen = "tutorial code for a multimodal transformer",
    Source = "Lu et al. 2019 (ViLBERT), section 2.2 and figure 2b")]
public class CoAttentionOneWay : Erratum
{
    /// <summary>Both sequences, (B, N, D) and (B, M, D), after one layer.</summary>
    public virtual (Tensor A, Tensor B) Layer(CrossAttention aAsks, CrossAttention bAsks, Tensor a, Tensor b) =>
        (a + aAsks.call(a, b), b);

    /// <inheritdoc/>
    protected override void Claim()
    {
        CrossAttention aAsks = new(16, 16, 2), bAsks = new(16, 16, 2);
        Tensor a = randn(1, 4, 16), b = randn(1, 3, 16);
        Check.True(Influence.Of(x => Layer(aAsks, bAsks, a, x).A, b).All(.., ..), "A sees B");
        Check.True(Influence.Of(x => Layer(aAsks, bAsks, x, b).B, a).All(.., ..), "B sees A");
    }
}

/// <summary>Both ask, at the same time.</summary>
public sealed class CoAttentionBothWays : CoAttentionOneWay
{
    /// <inheritdoc/>
    public override (Tensor A, Tensor B) Layer(CrossAttention aAsks, CrossAttention bAsks, Tensor a, Tensor b) =>
        (a + aAsks.call(a, b), b + bAsks.call(b, a));
}
