// Source: notebooks/05-audioclip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Training batches of picture, text and recording. No name occurs twice in a batch, so that there are no false negatives. A batch depends on
/// the seed and its number alone, so a run that was interrupted goes on with the batches it would have had.
/// </summary>
public sealed class TripletSampler
{
    private readonly Stamps stamps;
    private readonly SpokenStamps spoken;
    private readonly int frames;
    private readonly long seed;
    private readonly int[][] recordingsOfName;

    /// <summary>Batches of the recordings in <paramref name="spoken"/> with the pictures and texts of their stamps.</summary>
    /// <param name="stamps">The data set.</param>
    /// <param name="spoken">What may be heard.</param>
    /// <param name="frames">Frames of a spectrogram that the model reads.</param>
    /// <param name="seed">Decides everything random.</param>
    public TripletSampler(Stamps stamps, SpokenStamps spoken, int frames, long seed)
    {
        (this.stamps, this.spoken, this.frames, this.seed) = (stamps, spoken, frames, seed);
        recordingsOfName = Enumerable.Range(0, spoken.Recordings.Count)
            .GroupBy(r => stamps.Items[spoken.Recordings[r].Stamp].Name).Select(group => group.ToArray()).ToArray();
    }

    /// <summary>Different names, which are the most that a batch can hold.</summary>
    public int Names => recordingsOfName.Length;

    /// <summary>Changes the pictures of a batch, given a seed. Null leaves them.</summary>
    public Func<Tensor, long, Tensor>? ImageAugmentation { get; init; }

    /// <summary>Changes the spectrograms.</summary>
    public SpecAugment SpecAugment { get; init; } = new();

    /// <summary>Batch <paramref name="number"/>.</summary>
    /// <exception cref="ArgumentException">There are fewer names than places in the batch.</exception>
    public TripletBatch Batch(long number, int size)
    {
        if (size > Names) throw new ArgumentException($"A batch of {size} needs as many different names; there are {Names}.", nameof(size));
        var batchSeed = unchecked((seed * 1_000_003) + number);
        var random = new SeededRandom(batchSeed);
        var names = Enumerable.Range(0, Names).ToArray();
        random.Shuffle<int>(names);
        var recordings = names[..size].Select(name => recordingsOfName[name][random.Next(recordingsOfName[name].Length)]).ToArray();
        var shown = recordings.Select(r => spoken.Recordings[r].Stamp).ToArray();
        var captions = shown.Select(i => StampCaptions.Write(stamps.Items[i].Name, stamps.Items[i].Caption, random)).ToArray();
        var speeds = (int)spoken.Spectrograms.shape[1];
        var rows = recordings.Select(r => ((long)r * speeds) + random.Next(speeds)).ToArray();
        var heard = spoken.Spectrograms.flatten(0, 1).index_select(0, tensor(rows));                          // (B, M, frames + margin)
        var images = Clip.Normalise(stamps.Images(shown));                                                    // (B, 3, S, S)
        return new TripletBatch(
            ImageAugmentation is null ? images : ImageAugmentation(images, batchSeed), captions,
            SpecAugment.Apply(heard, frames, batchSeed), shown);
    }
}
