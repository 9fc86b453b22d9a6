// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Zero-shot classification of one picture.</summary>
[Erratum(ErratumKind.Temperature, "Cosines shown as probabilities",
    Seen = "tutorial text on zero-shot classification",
    Source = "Radford et al. 2021, section 3.1.2")]
public class RawCosinesAsProbabilities : Erratum
{
    /// <summary>Cosines with three class names.</summary>
    public static float[] Cosines { get; } = [0.2000f, 0.2684f, 0.2062f];

    /// <summary>Cosines (K) to probabilities (K).</summary>
    public virtual Tensor Probabilities(Tensor cosines) => cosines.softmax(0);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var probabilities = Probabilities(tensor(Cosines));
        Check.Close(probabilities.sum().item<float>(), 1, "probabilities sum to 1");
        Check.Above(probabilities.max().item<float>(), 0.99, "the model is sure");
    }
}

/// <summary>With the scale the model was trained with.</summary>
public sealed class ScaledProbabilities : RawCosinesAsProbabilities
{
    /// <inheritdoc/>
    public override Tensor Probabilities(Tensor cosines) =>
        base.Probabilities(Clip.LargestScale * cosines);
}
