using System.Collections;
using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>Walks a data set in batches: each walk takes the samples in the sampler's order and collates them.</summary>
/// <typeparam name="T">A sample.</typeparam>
/// <typeparam name="S">A batch.</typeparam>
public class DataLoader<T, S> : IEnumerable<S>, IDisposable
{
    /// <summary>Takes the samples in the order of <paramref name="shuffler"/>.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">The number of samples in a batch; the last one may have fewer.</param>
    /// <param name="collate_fn">Makes a batch of samples.</param>
    /// <param name="shuffler">The numbers of the samples in the order to take them; walked anew for each walk of the loader.</param>
    /// <param name="device">The device of the batches.</param>
    /// <param name="num_worker">Of no effect: the embedded engine reads samples one after the other, so that draws repeat.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether a batch's tensors are disposed when the walk goes on to the next.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, IEnumerable<long> shuffler,
        Device? device = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true, bool disposeDataset = true)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        ArgumentNullException.ThrowIfNull(collate_fn);
        if (batchSize < 1)
        {
            throw new ArgumentException($"DataLoader: expects batchSize >= 1, got {batchSize}");
        }
        this.dataset = dataset;
        batch_size = batchSize;
        this.collate_fn = collate_fn;
        sampler = shuffler;
        Device = device ?? CPU;
        num_workers = Math.Max(num_worker, 1);
        this.drop_last = drop_last;
        DisposeBatch = disposeBatch;
        DisposeDataset = disposeDataset;
    }

    /// <summary>Takes the samples in order, or shuffled.</summary>
    /// <param name="dataset">The samples.</param>
    /// <param name="batchSize">The number of samples in a batch; the last one may have fewer.</param>
    /// <param name="collate_fn">Makes a batch of samples.</param>
    /// <param name="shuffle">Whether to shuffle.</param>
    /// <param name="device">The device of the batches.</param>
    /// <param name="seed">With a seed every walk has the same order; without one each has another, which follows manual_seed.</param>
    /// <param name="num_worker">Of no effect: the embedded engine reads samples one after the other, so that draws repeat.</param>
    /// <param name="drop_last">Whether to leave out a last batch that is not full.</param>
    /// <param name="disposeBatch">Whether a batch's tensors are disposed when the walk goes on to the next.</param>
    /// <param name="disposeDataset">Whether the data set is disposed with the loader.</param>
    public DataLoader(utils.data.Dataset<T> dataset, int batchSize, Func<IEnumerable<T>, Device, S> collate_fn, bool shuffle = false,
        Device? device = null, int? seed = null, int num_worker = 1, bool drop_last = false, bool disposeBatch = true,
        bool disposeDataset = true)
        : this(dataset, batchSize, collate_fn, Order(dataset, shuffle, seed), device, num_worker, drop_last, disposeBatch, disposeDataset)
    {
    }

    /// <summary>The samples.</summary>
    public utils.data.Dataset<T> dataset { get; }

    /// <summary>The number of samples in a batch.</summary>
    public int batch_size { get; }

    /// <summary>The order in which samples are taken.</summary>
    public IEnumerable<long> sampler { get; }

    /// <summary>Makes a batch of samples.</summary>
    public Func<IEnumerable<T>, Device, S> collate_fn { get; }

    /// <summary>The device of the batches.</summary>
    public Device Device { get; }

    /// <summary>The number of workers asked for.</summary>
    public int num_workers { get; }

    /// <summary>Whether a last batch that is not full is left out.</summary>
    public bool drop_last { get; }

    /// <summary>Whether a batch's tensors are disposed when the walk goes on to the next.</summary>
    public bool DisposeBatch { get; }

    /// <summary>Whether the data set is disposed with the loader.</summary>
    public bool DisposeDataset { get; }

    /// <summary>The number of batches in a walk.</summary>
    public long Count => drop_last ? dataset.Count / batch_size : (dataset.Count + batch_size - 1) / batch_size;

    /// <summary>A walk. Each batch's tensors live until the next is taken, unless the loader was made with disposeBatch: false.</summary>
    public IEnumerator<S> GetEnumerator()
    {
        foreach (long[] places in sampler.Chunk(batch_size))
        {
            if (drop_last && places.Length < batch_size)
            {
                yield break;
            }
            (S batch, IReadOnlyList<IDisposable> owned) = Collate(places);
            try
            {
                yield return batch;
            }
            finally
            {
                if (DisposeBatch)
                {
                    foreach (IDisposable tensor in owned)
                    {
                        tensor.Dispose();
                    }
                }
            }
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Disposes the data set, unless the loader was made with disposeDataset: false.</summary>
    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Called by <see cref="Dispose()"/>.</summary>
    protected virtual void Dispose(bool disposing)
    {
        if (disposing && DisposeDataset)
        {
            dataset.Dispose();
        }
    }

    private static IEnumerable<long> Order(utils.data.Dataset<T> dataset, bool shuffle, int? seed)
    {
        ArgumentNullException.ThrowIfNull(dataset);
        return shuffle ? new Utils.FisherYatesShuffler(dataset.Count, seed) : InOrder(dataset.Count);
    }

    private static IEnumerable<long> InOrder(long count)
    {
        for (long i = 0; i < count; i++)
        {
            yield return i;
        }
    }

    /// <summary>A batch, and the tensors that were made for it. The samples' own tensors are disposed.</summary>
    private (S Batch, IReadOnlyList<IDisposable> Owned) Collate(long[] places)
    {
        using DisposeScope samplesScope = NewDisposeScope();
        T[] samples = [.. places.Select(dataset.GetTensor)];
        using DisposeScope batchScope = NewDisposeScope();
        S batch = collate_fn(samples, Device);
        IReadOnlyList<IDisposable> owned = [.. batchScope.DisposablesView];
        batchScope.Detach([.. owned]);
        return (batch, owned);
    }
}
