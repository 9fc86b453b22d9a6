// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The batches of an epoch.</summary>
[Erratum(ErratumKind.Evaluation, "Batches that ask different questions",
    Seen = "tutorial code for a training loop",
    Source = "van den Oord et al. 2018, section 2.3")]
public class UnequalBatches : Erratum
{
    /// <summary>The sizes of the batches of some pairs.</summary>
    public virtual IReadOnlyList<int> Sizes(int pairs, int batch) =>
        [.. Enumerable.Range(0, pairs).Chunk(batch).Select(b => b.Length)];

    /// <inheritdoc/>
    protected override void Claim() =>
        Check.Equal(Sizes(pairs: 260, batch: 64).Distinct().Count(), 1,
            "each batch asks for one of equally many");
}

/// <summary>Leaves out what fills no batch.</summary>
public sealed class EqualBatches : UnequalBatches
{
    /// <inheritdoc/>
    public override IReadOnlyList<int> Sizes(int pairs, int batch) =>
        [.. base.Sizes(pairs, batch).Where(size => size == batch)];
}
