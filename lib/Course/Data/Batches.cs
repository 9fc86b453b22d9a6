using TorchSharp;
using static TorchSharp.torch;

namespace Course.Data;

/// <summary>Cuts a data set into batches: <c>foreach (var (x, y) in Batches.Of(train, 128, shuffleSeed: epoch)) ...</c></summary>
public static class Batches
{
    /// <summary>Batches of a data set; see the other overload.</summary>
    public static IEnumerable<Batch> Of(LabelledImages data, int batchSize, long? shuffleSeed = null, bool dropLast = false) =>
        Of(data.Images, data.Labels, batchSize, shuffleSeed, dropLast);

    /// <summary>
    /// Batches of <paramref name="batchSize"/>; the last one may be smaller, and is left out if <paramref name="dropLast"/>. With a
    /// seed the order is random and the same for the same seed. A batch is disposed when the loop goes on to the next one.
    /// </summary>
    public static IEnumerable<Batch> Of(Tensor images, Tensor labels, int batchSize, long? shuffleSeed = null, bool dropLast = false)
    {
        if (batchSize < 1) throw new ArgumentException($"a batch needs at least one member, not {batchSize}", nameof(batchSize));
        if (images.shape[0] != labels.shape[0])
            throw new ArgumentException($"images {images.ShapeText()} and labels {labels.ShapeText()} differ in number", nameof(labels));
        return Iterate(images, labels, batchSize, shuffleSeed, dropLast);
    }

    /// <summary>The number of batches <see cref="Of(LabelledImages, int, long?, bool)"/> gives.</summary>
    public static int Count(int members, int batchSize, bool dropLast = false) =>
        dropLast ? members / batchSize : (members + batchSize - 1) / batchSize;

    private static IEnumerable<Batch> Iterate(Tensor images, Tensor labels, int batchSize, long? shuffleSeed, bool dropLast)
    {
        int members = (int)images.shape[0];
        long[]? order = null;
        if (shuffleSeed is { } seed)
        {
            order = Enumerable.Range(0, members).Select(i => (long)i).ToArray();
            new SeededRandom(seed).Shuffle<long>(order);
        }

        int batches = Count(members, batchSize, dropLast);
        for (int i = 0; i < batches; i++)
        {
            int start = i * batchSize, length = Math.Min(batchSize, members - start);
            using Batch batch = order is null
                ? new Batch(images.narrow(0, start, length), labels.narrow(0, start, length))
                : Gather(images, labels, order.AsSpan(start, length).ToArray());
            yield return batch;
        }
    }

    private static Batch Gather(Tensor images, Tensor labels, long[] members)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor index = tensor(members, device: images.device);
        return new Batch(images.index_select(0, index).MoveToOuterDisposeScope(), labels.index_select(0, index).MoveToOuterDisposeScope());
    }
}
