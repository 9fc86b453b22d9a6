// Source: notebooks/04-videoclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Training batches of clips with captions. A batch depends on the seed and its number alone, so a run that was interrupted goes on with
/// the batches it would have had.
/// </summary>
public sealed class VideoSampler
{
    private readonly IReadOnlyList<Tensor> clips;
    private readonly Func<int, ClipView, SeededRandom, string> caption;
    private readonly long seed;

    /// <summary>Batches from clips, each with time as its first dimension: pictures (T, 3, S, S) or frame vectors (T, D).</summary>
    /// <param name="clips">The clips; they may differ in length.</param>
    /// <param name="caption">Writes a caption of a clip shown in some way.</param>
    /// <param name="seed">Decides everything random.</param>
    public VideoSampler(IReadOnlyList<Tensor> clips, Func<int, ClipView, SeededRandom, string> caption, long seed) =>
        (this.clips, this.caption, this.seed) = (clips, caption, seed);

    /// <summary>T, the frames that are taken of each clip.</summary>
    public int Frames { get; init; } = 8;

    /// <summary>Draws the view of a clip; always as it is unless set.</summary>
    public Func<SeededRandom, ClipView> View { get; init; } = _ => default;

    /// <summary>Makes the model's input of a batch, given a seed; null leaves it.</summary>
    public Func<Tensor, long, Tensor>? Prepare { get; init; }

    /// <summary>
    /// For each clip those like it, as from <see cref="HardNegatives.Mine"/>. A batch is then made of groups, each drawn from the
    /// neighbours of one clip. Null: from all clips.
    /// </summary>
    public IReadOnlyList<int[]>? Neighbours { get; init; }

    /// <summary>Clips in such a group.</summary>
    public int GroupSize { get; init; } = 16;

    /// <summary>Batch <paramref name="number"/>: different clips, each in a random view.</summary>
    /// <exception cref="ArgumentException">There are fewer clips than places in the batch.</exception>
    public VideoBatch Batch(long number, int size)
    {
        var batchSeed = unchecked((seed * 1_000_003) + number);
        var random = new SeededRandom(batchSeed);
        if (size > clips.Count)
            throw new ArgumentException($"A batch of {size} needs as many different clips; there are {clips.Count}.", nameof(size));
        var chosen = Choose(size, random);
        var (videos, captions) = (new Tensor[size], new string[size]);
        for (var i = 0; i < size; i++)
        {
            var view = View(random);
            captions[i] = caption(chosen[i], view, random);
            videos[i] = view.Show(clips[chosen[i]], FrameSampler.Random((int)clips[chosen[i]].shape[0], Frames, random));
        }

        var batch = stack(videos);                                                                          // (B, T, ...)
        return new VideoBatch(Prepare is null ? batch : Prepare(batch, batchSeed), captions, chosen);
    }

    private int[] Choose(int size, SeededRandom random)
    {
        var chosen = new HashSet<int>();
        while (chosen.Count < size)
        {
            var candidates = Neighbours is null ? [.. Enumerable.Range(0, clips.Count)] : Neighbours[random.Next(clips.Count)].ToArray();
            random.Shuffle<int>(candidates);
            var room = size - chosen.Count;
            foreach (var clip in candidates.Take(Neighbours is null ? room : Math.Min(GroupSize, room))) chosen.Add(clip);
        }

        return [.. chosen];
    }
}
