using System.Collections;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ManagedTorch.Core;

namespace TorchSharp.Utils;

/// <summary>The elements of a tensor, read and written as T, in row-major order.</summary>
public sealed unsafe class TensorAccessor<T> : IDisposable, IEnumerable<T> where T : unmanaged
{
    private readonly torch.Tensor tensor;

    internal TensorAccessor(torch.Tensor tensor) => this.tensor = tensor;

    /// <summary>The number of elements.</summary>
    public long Count => tensor.Count;

    /// <summary>False.</summary>
    public bool IsReadOnly => false;

    /// <summary>One element; as many indices as dimensions, or one flat index.</summary>
    public T this[params long[] indices]
    {
        get => *At(indices);
        set
        {
            *At(indices) = value;
            tensor.AfterInPlace();
        }
    }

    /// <summary>The elements in a new array.</summary>
    public T[] ToArray()
    {
        using var ordered = tensor.InOrder();
        var result = new T[ordered.Count];
        ordered.Span<T>().CopyTo(result);
        GC.KeepAlive(ordered);
        return result;
    }

    /// <summary>The elements in a new array of the tensor's shape.</summary>
    public Array ToNDArray()
    {
        var flat = ToArray();
        var shape = tensor.shape;
        if (shape.Length == 0)
            return flat;
        var result = Array.CreateInstance(typeof(T), shape);
        if (flat.Length > 0)
            flat.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(result)), flat.Length));
        return result;
    }

    /// <summary>Copies elements into an array.</summary>
    public void CopyTo(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyTo(array.AsSpan(), arrayIndex, tensorIndex);

    /// <summary>Copies elements into a span.</summary>
    public void CopyTo(Span<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        using var ordered = tensor.InOrder();
        var source = ordered.Span<T>()[checked((int)tensorIndex)..];
        source[..Math.Min(source.Length, array.Length - arrayIndex)].CopyTo(array[arrayIndex..]);
        GC.KeepAlive(ordered);
    }

    /// <summary>Stores elements from an array.</summary>
    public void CopyFrom(T[] array, int arrayIndex = 0, long tensorIndex = 0) => CopyFrom((ReadOnlySpan<T>)array, arrayIndex, tensorIndex);

    /// <summary>Stores elements from a span.</summary>
    public void CopyFrom(ReadOnlySpan<T> array, int arrayIndex = 0, long tensorIndex = 0)
    {
        if (!tensor.Contiguous)
            throw Errors.Shape("CopyFrom", tensor.Sizes, "the elements do not lie in order; use contiguous() first");
        var target = tensor.Span<T>()[checked((int)tensorIndex)..];
        var source = array[arrayIndex..];
        source[..Math.Min(source.Length, target.Length)].CopyTo(target);
        tensor.AfterInPlace();
    }

    /// <summary>The elements in row-major order.</summary>
    public IEnumerator<T> GetEnumerator() => ((IEnumerable<T>)ToArray()).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Does nothing: the accessor holds no resource of its own.</summary>
    public void Dispose()
    {
    }

    private T* At(long[] indices)
    {
        long[] position = indices;
        if (indices.Length == 1 && tensor.Rank != 1)
        {
            position = new long[tensor.Rank];
            var rest = indices[0];
            for (var d = tensor.Rank - 1; d >= 0; d--)
                (rest, position[d]) = Math.DivRem(rest, Math.Max(1, tensor.Sizes[d]));
            if (rest != 0)
                throw new IndexOutOfRangeException($"Index {indices[0]} is outside a tensor of {tensor.Count} elements.");
        }

        if (position.Length != tensor.Rank)
            throw new ArgumentException(
                $"A tensor of shape {Layout.Text(tensor.Sizes)} takes {tensor.Rank} indices, not {position.Length}.");
        var offset = 0L;
        for (var d = 0; d < position.Length; d++)
        {
            if (position[d] < 0 || position[d] >= tensor.Sizes[d])
                throw new IndexOutOfRangeException($"Index {position[d]} is outside dimension {d} of shape {Layout.Text(tensor.Sizes)}.");
            offset += position[d] * tensor.Strides[d];
        }

        return tensor.Pointer<T>() + offset;
    }
}
