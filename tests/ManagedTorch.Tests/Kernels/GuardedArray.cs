using System.Runtime.InteropServices;

namespace ManagedTorch.Tests.Kernels;

/// <summary>Native memory between guard bands; disposing it fails the test when a kernel wrote outside.</summary>
internal sealed unsafe class GuardedArray<T> : IDisposable
    where T : unmanaged
{
    private const int Guard = 64;
    private const byte Mark = 0xA5;

    private readonly T* memory;

    internal GuardedArray(long length)
    {
        Length = checked((int)length);
        memory = (T*)NativeMemory.Alloc((nuint)(Length + (2 * Guard)), (nuint)sizeof(T));
        MemoryMarshal.AsBytes(All).Fill(Mark);
    }

    internal GuardedArray(ReadOnlySpan<T> values)
        : this(values.Length) => values.CopyTo(Values);

    internal int Length { get; }

    internal T* Pointer => memory + Guard;

    internal Span<T> Values => new(Pointer, Length);

    private Span<T> All => new(memory, Length + (2 * Guard));

    public void Dispose()
    {
        bool intact = MemoryMarshal.AsBytes(All[..Guard]).IndexOfAnyExcept(Mark) < 0
            && MemoryMarshal.AsBytes(All[^Guard..]).IndexOfAnyExcept(Mark) < 0;
        NativeMemory.Free(memory);
        Assert.True(intact, "The kernel wrote outside its output.");
    }
}
