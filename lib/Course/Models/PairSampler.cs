// Source: notebooks/03-clip.ipynb. Written by `course export`: do not edit, change the notebook and export again.
using Course.Data;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using F = TorchSharp.torch.nn.functional;

namespace Course.Models;

/// <summary>
/// Training batches of pictures with captions. A batch depends on the seed and its number alone, so a run that was interrupted goes on with
/// the batches it would have had.
/// </summary>
public sealed class PairSampler
{
    private readonly Tensor pictures;
    private readonly Func<int, int, SeededRandom, string> caption;
    private readonly long seed;

    /// <summary>Batches from pictures (V, C, 3, S, S) of bytes: V styles of the same C concepts.</summary>
    /// <param name="pictures">The pictures.</param>
    /// <param name="caption">Writes a caption of a concept.</param>
    /// <param name="seed">Decides everything random.</param>
    public PairSampler(Tensor pictures, Func<int, SeededRandom, string> caption, long seed)
        : this(pictures, (_, concept, random) => caption(concept, random), seed)
    {
    }

    /// <summary>The same with captions that depend on the drawing: <paramref name="caption"/> is given style and concept.</summary>
    public PairSampler(Tensor pictures, Func<int, int, SeededRandom, string> caption, long seed)
    {
        if (pictures.dim() != 5 || pictures.dtype != ScalarType.Byte)
            throw new ArgumentException(
                $"Expected pictures (styles, concepts, 3, S, S) of bytes, not {pictures.dtype} ({string.Join(", ", pictures.shape)}).");
        (this.pictures, this.caption, this.seed) = (pictures, caption, seed);
    }

    /// <summary>The number of concepts.</summary>
    public int Concepts => (int)pictures.shape[1];

    /// <summary>Changes the pictures of a batch, given a seed; they are floats from -1 to 1. Null leaves them.</summary>
    public Func<Tensor, long, Tensor>? Augmentation { get; init; }

    /// <summary>False: a concept may occur twice in a batch, in two styles or in one.</summary>
    public bool Distinct { get; init; } = true;

    /// <summary>Batch <paramref name="number"/>.</summary>
    /// <exception cref="ArgumentException">There are fewer concepts than places in the batch.</exception>
    public PairBatch Batch(long number, int size)
    {
        if (Distinct && size > Concepts)
            throw new ArgumentException($"A batch of {size} needs as many different concepts; there are {Concepts}.", nameof(size));
        var batchSeed = unchecked((seed * 1_000_003) + number);
        var random = new SeededRandom(batchSeed);
        var concepts = Enumerable.Range(0, Concepts).ToArray();
        if (Distinct) random.Shuffle<int>(concepts);
        else concepts = Enumerable.Range(0, size).Select(_ => random.Next(Concepts)).ToArray();
        concepts = concepts[..size];
        var styles = concepts.Select(_ => random.Next((int)pictures.shape[0])).ToArray();
        var captions = concepts.Select((concept, i) => caption(styles[i], concept, random)).ToArray();
        var rows = concepts.Select((concept, i) => (styles[i] * (long)Concepts) + concept).ToArray();
        var images = Clip.Normalise(pictures.flatten(0, 1).index_select(0, tensor(rows)));        // (B, 3, S, S)
        return new PairBatch(Augmentation is null ? images : Augmentation(images, batchSeed), captions, concepts);
    }
}
