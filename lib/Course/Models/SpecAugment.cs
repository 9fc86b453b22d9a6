// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// SpecAugment (Park et al. 2019, section 2) without time warping: some bands and some frames are covered. Besides, the spectrogram begins
/// a little earlier or later.
/// </summary>
public sealed record SpecAugment
{
    /// <summary>How many stretches of bands, and as many of frames, are covered.</summary>
    public int Covers { get; init; } = 2;

    /// <summary>The most bands of a stretch: F in the paper.</summary>
    public int Bands { get; init; } = 5;

    /// <summary>The most frames of a stretch: T in the paper.</summary>
    public int Frames { get; init; } = 8;

    /// <summary>
    /// A new batch (B, M, frames) from spectrograms (B, M, frames + margin). What is covered gets 0, the mean of each band. The changes of
    /// a spectrogram depend on the seed and its place in the batch alone.
    /// </summary>
    public Tensor Apply(Tensor spectrograms, int frames, long seed)
    {
        var (count, bands, all) = ((int)spectrograms.shape[0], (int)spectrograms.shape[1], (int)spectrograms.shape[2]);
        if (frames > all)
            throw new ArgumentException($"{frames} frames cannot be taken from spectrograms of {all}.", nameof(frames));
        var from = spectrograms.data<float>().ToArray();
        var to = new float[count * bands * frames];
        for (var n = 0; n < count; n++)
        {
            var random = new SeededRandom(unchecked((seed * 1_000_003) + n));
            var start = random.Next(all - frames + 1);
            for (var m = 0; m < bands; m++)
                from.AsSpan((((n * bands) + m) * all) + start, frames).CopyTo(to.AsSpan(((n * bands) + m) * frames, frames));
            for (var cover = 0; cover < Covers; cover++)
            {
                var (high, wide) = (random.Next(Math.Min(Bands, bands) + 1), random.Next(Math.Min(Frames, frames) + 1));
                var (top, left) = (random.Next(bands - high + 1), random.Next(frames - wide + 1));
                to.AsSpan(((n * bands) + top) * frames, high * frames).Clear();
                for (var m = 0; m < bands; m++) to.AsSpan((((n * bands) + m) * frames) + left, wide).Clear();
            }
        }

        return tensor(to, new long[] { count, bands, frames });
    }
}
