namespace ManagedTorch.Core;

/// <summary>
/// A buffer with a count of the tensors and graph nodes that use it. The last release returns the buffer to the pool at once;
/// a storage that is merely forgotten is returned when the garbage collector finds it.
/// </summary>
internal sealed unsafe class Storage
{
    private readonly int sizeClass;
    private readonly bool guarded = MemoryGuard.Enabled;
    private byte* pointer;
    private int references = 1;

    public Storage(long bytes)
    {
        Bytes = bytes;
        pointer = guarded
            ? MemoryGuard.Enclose(BufferPool.Rent(bytes + (2 * MemoryGuard.Border), out sizeClass), bytes)
            : BufferPool.Rent(bytes, out sizeClass);
    }

    ~Storage()
    {
        if (pointer != null)
            BufferPool.ReturnLater(Block(), sizeClass);
    }

    public long Bytes { get; }

    public byte* Pointer => pointer;

    /// <summary>True when one tensor or node alone uses the buffer, so that it may be overwritten.</summary>
    public bool IsExclusive => references == 1;

    /// <summary>Counts in-place changes; a node that saved the values notices that they are gone.</summary>
    public int Version { get; set; }

    public Storage Retain()
    {
        Interlocked.Increment(ref references);
        return this;
    }

    public void Release()
    {
        if (Interlocked.Decrement(ref references) != 0)
            return;
        BufferPool.Return(Block(), sizeClass);
        pointer = null;
        GC.SuppressFinalize(this);
    }

    private byte* Block() => guarded ? MemoryGuard.Open(pointer, Bytes) : pointer;
}
