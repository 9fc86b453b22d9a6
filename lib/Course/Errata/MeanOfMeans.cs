// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The mean loss over a data set.</summary>
[Erratum(ErratumKind.Evaluation, "The mean of means",
    Seen = "tutorial code for a training loop",
    Source = "the definition of a mean")]
public class MeanOfMeans : Erratum
{
    /// <summary>Batches of losses, one for each item, to the mean.</summary>
    public virtual double Mean(IReadOnlyList<float[]> batches) =>
        batches.Average(batch => batch.Average());

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Close(Mean([[1, 1, 1, 1], [9]]), 13.0 / 5, "the mean over five items");
}

/// <summary>Weighs each batch by its size.</summary>
public sealed class MeanOfAll : MeanOfMeans
{
    /// <inheritdoc/>
    public override double Mean(IReadOnlyList<float[]> batches) =>
        batches.Sum(batch => batch.Average() * batch.Length) / batches.Sum(batch => batch.Length);
}
