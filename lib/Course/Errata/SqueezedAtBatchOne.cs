// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The picture-text scores of a Q-Former.</summary>
[Erratum(ErratumKind.Shapes, "A batch of one loses a dimension",
    Seen = "BLIP-2 in LAVIS and its ports",
    Source = "Li et al. 2023 (BLIP-2), section 3.2")]
public class SqueezedAtBatchOne : Erratum
{
    /// <summary>Queries (B, Q, E) and texts (B, E) to scores (B, B).</summary>
    public virtual Tensor Scores(Tensor queries, Tensor texts) =>
        Products(queries, texts).squeeze().amax([-1L]);

    /// <summary>Each query with each text, (B, B, Q, 1).</summary>
    protected static Tensor Products(Tensor queries, Tensor texts) =>
        queries.unsqueeze(1).matmul(texts.unsqueeze(-1));

    /// <inheritdoc/>
    protected override void Claim()
    {
        foreach (var batch in new long[] { 4, 1 })
        {
            var scores = Scores(randn(batch, 32, 16), randn(batch, 16));
            Check.Shape(scores, batch, batch);
        }
    }
}

/// <summary>Removes the dimension that is meant.</summary>
public sealed class SqueezedOneDimension : SqueezedAtBatchOne
{
    /// <inheritdoc/>
    public override Tensor Scores(Tensor queries, Tensor texts) =>
        Products(queries, texts).squeeze(-1).amax([-1L]);
}
