// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>A gated layer for a frozen language model.</summary>
[Erratum(ErratumKind.Normalisation, "A gate that is half open from the start",
    Seen = "tutorial code for cross-modal fusion",
    Source = "Alayrac et al. 2022, section 2.2")]
public class GateThatMixes : Erratum
{
    /// <summary>Words (B, T, D) that look at patches (B, N, D).</summary>
    public virtual Tensor Fuse(CrossAttention attention, Tensor words, Tensor patches)
    {
        var attended = F.layer_norm(words + attention.call(words, patches), [16]);
        var gate = nn.Linear(32, 16).call(cat([words, attended], -1)).sigmoid();
        return (gate * words) + ((1 - gate) * attended);
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var words = randn(2, 5, 16);
        Check.AllClose(Fuse(new CrossAttention(16, 16, 2), words, randn(2, 4, 16)), words,
            "a new gate leaves the frozen model as it is");
    }
}

/// <summary>Closed at first; opened by training.</summary>
public sealed class GateThatOpens : GateThatMixes
{
    /// <inheritdoc/>
    public override Tensor Fuse(CrossAttention attention, Tensor words, Tensor patches)
    {
        var alpha = new Parameter(zeros(1));
        return words + (alpha.tanh() * attention.call(words, patches));
    }
}
