using ManagedTorch.Core;

namespace ManagedTorch;

/// <summary>What the engine's buffers take up, in bytes. An extra of the embedded engine: TorchSharp has no such type.</summary>
public static class Memory
{
    /// <summary>Bytes that tensors hold now.</summary>
    public static long InUse => BufferPool.InUse;

    /// <summary>Bytes kept for the next tensors.</summary>
    public static long Cached => BufferPool.Cached;

    /// <summary>The most that tensors have held at once.</summary>
    public static long Peak => BufferPool.Peak;

    /// <summary>Gives the cached buffers back to the operating system.</summary>
    public static void Trim() => BufferPool.Trim();
}
