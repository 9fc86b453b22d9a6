namespace ManagedTorch.Kernels;

/// <summary>Copies between two layouts of the same shape. Strides count elements; a source stride of 0 broadcasts.</summary>
internal static unsafe class StridedCopy
{
    internal static void Copy<T>(
        T* source, ReadOnlySpan<long> sourceStrides, T* destination, ReadOnlySpan<long> destinationStrides, ReadOnlySpan<long> shape)
        where T : unmanaged
    {
        if (shape.Length == 0)
        {
            *destination = *source;
            return;
        }

        for (long i = 0; i < shape[0]; i++)
        {
            Copy(
                source + (i * sourceStrides[0]), sourceStrides[1..], destination + (i * destinationStrides[0]),
                destinationStrides[1..], shape[1..]);
        }
    }
}
