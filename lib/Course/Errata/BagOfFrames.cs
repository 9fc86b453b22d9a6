// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>From frame vectors to a clip's vector.</summary>
[Erratum(ErratumKind.Invariances, "A film without time",
    Seen = "tutorial code for VideoCLIP",
    Source = "Vaswani et al. 2017, section 3.5; chapter 4")]
public class BagOfFrames : Erratum
{
    /// <summary>Frame vectors (B, T, D) as attention gets them.</summary>
    public virtual Tensor Place(Tensor frames) => frames;

    /// <summary>Frame vectors (B, T, D) to (B, D).</summary>
    public Tensor Embed(SelfAttention attention, Tensor frames) =>
        attention.call(Place(frames)).mean([1L]);

    /// <inheritdoc/>
    protected override void Claim()
    {
        var attention = new SelfAttention(16, 4);
        var clip = randn(2, 6, 16);
        Check.NotClose(Embed(attention, clip.flip(1)), Embed(attention, clip),
            "a clip played backwards is another clip", atol: 1e-4);
    }
}

/// <summary>Adds each frame's place in time.</summary>
public sealed class FramesInOrder : BagOfFrames
{
    /// <inheritdoc/>
    public override Tensor Place(Tensor frames) =>
        frames + linspace(-1, 1, frames.shape[1]).unsqueeze(1);
}
