// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Soft targets from similarities.</summary>
[Erratum(ErratumKind.Temperature, "A temperature that works backwards",
    Seen = "OpenAI-CLIP by M. Shariatnia",
    Source = "Hinton et al. 2015 (distillation), section 2")]
public class ColderIsFlatter : Erratum
{
    /// <summary>Similarities (N, N) to target probabilities (N, N).</summary>
    public virtual Tensor Targets(Tensor similarities, double temperature) =>
        (similarities * temperature).softmax(-1);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var vectors = F.normalize(randn(8, 16), dim: 1);
        var similarities = vectors.matmul(vectors.T);
        Check.Below(Entropy(Targets(similarities, 0.07)), Entropy(Targets(similarities, 1)),
            "colder is sharper");
    }

    private static float Entropy(Tensor p) => -(p * p.log()).sum(-1).mean().item<float>();
}

/// <summary>Divides, as for the scores.</summary>
public sealed class ColderIsSharper : ColderIsFlatter
{
    /// <inheritdoc/>
    public override Tensor Targets(Tensor similarities, double temperature) =>
        base.Targets(similarities, 1 / temperature);
}
