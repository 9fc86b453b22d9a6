using static TorchSharp.torch;

namespace TorchSharp.Modules;

/// <summary>The rows of tensors that have the same first dimension: sample i is row i of each.</summary>
public class TensorDataset : utils.data.IterableDataset
{
    private readonly Tensor[] _tensors;

    internal TensorDataset(Tensor[] tensors)
    {
        if (tensors.Length == 0 || tensors.Any(t => t.ndim == 0 || t.shape[0] != tensors[0].shape[0]))
        {
            throw new ArgumentException("TensorDataset: expects tensors of one first dimension, got " +
                                        string.Join(", ", tensors.Select(t => $"[{string.Join(", ", t.shape)}]")));
        }
        // the data set's own, so that it outlives the caller's scope
        _tensors = [.. tensors.Select(t => t.alias().DetachFromDisposeScope())];
    }

    /// <summary>The number of rows.</summary>
    public override long Count => _tensors[0].shape[0];

    /// <summary>Row <paramref name="index"/> of each tensor.</summary>
    public IList<Tensor> this[long index] => [.. _tensors.Select(t => t[index])];

    /// <summary>Row <paramref name="index"/> of each tensor.</summary>
    public override IList<Tensor> GetTensor(long index) => this[index];

    /// <summary>Releases the data set's hold on the tensors.</summary>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (Tensor tensor in _tensors)
            {
                tensor.Dispose();
            }
        }
        base.Dispose(disposing);
    }
}
