// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Attention weights during training.</summary>
[Erratum(ErratumKind.Normalisation, "Dropout on the attention weights",
    Seen = "tutorial code for ViT, by a library's default",
    Source = "Dosovitskiy et al. 2021, appendix B.1")]
public class DropoutOnWeights : Erratum
{
    /// <summary>Scores (N, N) to weights (N, N).</summary>
    public virtual Tensor Weights(Tensor scores) =>
        F.dropout(scores.softmax(-1), 0.1, training: true);

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.AllClose(Weights(randn(8, 8)).sum(-1), ones(8),
            "each token's attention sums to 1, in training, too");
}

/// <summary>The weights as they are.</summary>
public sealed class DropoutBehindLayers : DropoutOnWeights
{
    /// <inheritdoc/>
    public override Tensor Weights(Tensor scores) => scores.softmax(-1);
}
