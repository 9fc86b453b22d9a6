// Source: notebooks/10-errata.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Checks;
using Course.Models;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Errata;

/// <summary>The frames that a model gets to see.</summary>
[Erratum(ErratumKind.Invariances, "A number of frames that nobody reads",
    Seen = "tutorial code for VideoCLIP",
    Source = "chapter 4, section 4.3")]
public class FrameCountIgnored : Erratum
{
    /// <summary>A film (T, 3, H, W) to the frames that are read.</summary>
    public virtual Tensor Frames(Tensor film, int count) => film;

    /// <inheritdoc/>
    protected override void Claim()
    {
        var frames = Frames(randn(40, 3, 8, 8), count: 8);
        Check.Shape(frames, 8, 3, 8, 8);
    }
}

/// <summary>Frames at equal distances.</summary>
public sealed class FramesSampled : FrameCountIgnored
{
    /// <inheritdoc/>
    public override Tensor Frames(Tensor film, int count) =>
        film.index_select(0, tensor(FrameSampler.Uniform((int)film.shape[0], count)));
}
