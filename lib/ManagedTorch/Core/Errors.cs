namespace ManagedTorch.Core;

/// <summary>Exceptions that name the operation and the shapes.</summary>
internal static class Errors
{
    public static ArgumentException Shapes(string operation, ReadOnlySpan<long> a, ReadOnlySpan<long> b, string reason) =>
        new($"{operation}: shapes {Layout.Text(a)} and {Layout.Text(b)} do not fit: {reason}.");

    /// <summary>Checks that what an operation reads together has one element type; null counts as absent.</summary>
    public static void RequireType(string operation, TorchSharp.torch.Tensor first, params ReadOnlySpan<TorchSharp.torch.Tensor?> others)
    {
        foreach (var other in others)
            if (other is not null && other.Type != first.Type)
                throw new InvalidOperationException(
                    $"{operation}: the element types {first.Type} and {other.Type} differ; convert one of them.");
    }

    /// <summary>What a request for a buffer was, when there is no room for it.</summary>
    public static InsufficientMemoryException Memory(
        ReadOnlySpan<long> sizes, TorchSharp.torch.ScalarType type, long bytes, Exception cause) =>
        new($"empty: there is no room for {bytes} bytes of {type}, shape {Layout.Text(sizes)}: "
            + $"tensors hold {BufferPool.InUse} bytes already, and the machine lets this process use {BufferPool.Limit}. "
            + "Dispose tensors (NewDisposeScope) or make this one smaller.", cause);

    /// <summary>Checks that lengths fit the 32-bit integers that a kernel counts with.</summary>
    public static void RequireInt(string operation, params ReadOnlySpan<long> lengths)
    {
        foreach (var length in lengths)
            if (length > int.MaxValue)
                throw new NotSupportedException(
                    $"{operation}: the embedded engine works on lengths up to {int.MaxValue}, not {length}; split the tensor.");
    }

    public static ArgumentException Shape(string operation, ReadOnlySpan<long> a, string reason) =>
        new($"{operation}: shape {Layout.Text(a)} does not fit: {reason}.");
}
