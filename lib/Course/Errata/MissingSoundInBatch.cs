// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>Puts the sounds of some items into one tensor.</summary>
[Erratum(ErratumKind.Shapes, "A batch with a missing sound",
    Seen = "tutorial code for a multimodal data set",
    Source = "chapter 9")]
public class MissingSoundInBatch : Erratum
{
    /// <summary>Sounds (S) or null to a batch (B, S), and which of them there are (B).</summary>
    public virtual (Tensor Sounds, Tensor Present) Collate(IReadOnlyList<Tensor?> sounds) =>
        (stack(sounds.Select(sound => sound!)), ones(sounds.Count, dtype: ScalarType.Bool));

    /// <inheritdoc/>
    protected override void Claim()
    {
        Check.Runs(() => Collate([randn(5), null, randn(5)]), "an item of a batch may have no sound");
        Check.Equal(Collate([randn(5), null]).Present.data<bool>().ToArray(), [true, false],
            "the batch knows which items have one");
    }
}

/// <summary>Zeros for what is missing, and a mask.</summary>
public sealed class MissingSoundMarked : MissingSoundInBatch
{
    /// <inheritdoc/>
    public override (Tensor Sounds, Tensor Present) Collate(IReadOnlyList<Tensor?> sounds)
    {
        var silence = zeros_like(sounds.First(sound => sound is not null)!);
        var present = sounds.Select(sound => sound is not null).ToArray();
        return (stack(sounds.Select(sound => sound ?? silence)), tensor(present));
    }
}
