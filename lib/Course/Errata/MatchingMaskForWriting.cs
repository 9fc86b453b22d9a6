// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The mask of four queries and five words for the task of writing.</summary>
[Erratum(ErratumKind.Masks, "The matching mask used for writing",
    Seen = "constructed; the leak that BLIP-2's masks prevent",
    Source = "Li et al. 2023 (BLIP-2), section 3.2 and figure 2")]
public class MatchingMaskForWriting : Erratum
{
    /// <summary>Who may attend to whom, (Q + T, Q + T), queries first.</summary>
    public virtual Tensor Mask(int queries, int words) =>
        ones(queries + words, queries + words, dtype: ScalarType.Bool);

    /// <summary>Who sees whom through one layer with the mask.</summary>
    public InfluenceMatrix Seen()
    {
        var attention = new SelfAttention(16, 2);
        return Influence.Of(x => attention.forward(x, Mask(4, 5)), randn(1, 9, 16));
    }

    /// <inheritdoc/>
    protected override void Claim()
    {
        var seen = Seen();
        Check.True(Enumerable.Range(4, 4).All(word => !seen.Any(word..(word + 1), (word + 1)..)),
            "no word sees a later one");
        Check.True(!seen.Any(outputs: ..4, inputs: 4..), "no query sees a word");
        Check.True(seen.All(outputs: .., inputs: ..4), "everything sees the queries");
    }
}

/// <summary>Words see the queries and earlier words, queries see queries.</summary>
public sealed class WritingMask : MatchingMaskForWriting
{
    /// <inheritdoc/>
    public override Tensor Mask(int queries, int words)
    {
        var mask = base.Mask(queries, words).tril();                 // nothing sees a later position ...
        mask[..queries, ..queries] = true;                           // ... but queries see each other
        return mask;
    }
}
