using System.Runtime.InteropServices;

namespace ManagedTorch.Kernels;

/// <summary>Scratch memory of a thread, aligned to a cache line, that grows to the largest request and is reused.</summary>
internal sealed unsafe class AlignedBuffer
{
    private const int Alignment = 64;

    private float* pointer;
    private long capacity;

    ~AlignedBuffer() => NativeMemory.AlignedFree(pointer);

    /// <summary>Room for <paramref name="count"/> floats, not cleared; what an earlier call returned is lost.</summary>
    internal float* Take(long count)
    {
        if (count > capacity)
        {
            NativeMemory.AlignedFree(pointer);
            pointer = null;
            capacity = 0;
            pointer = (float*)NativeMemory.AlignedAlloc((nuint)count * sizeof(float), Alignment);
            capacity = count;
        }

        return pointer;
    }
}
