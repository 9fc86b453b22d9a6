using System.Runtime.InteropServices;

namespace ManagedTorch.Kernels;

/// <summary>
/// Temporary floats for one kernel call, 64-byte aligned and not cleared. Each thread keeps the blocks it has used, so
/// a rental costs neither an allocation nor page faults.
/// </summary>
internal readonly unsafe ref struct Scratch
{
    [ThreadStatic]
    private static Cache? cache;

    private readonly Block block;

    private Scratch(Block block) => this.block = block;

    internal float* Pointer => (float*)block.Address;

    /// <summary>Rents room for <paramref name="count"/> floats; dispose to hand it back.</summary>
    internal static Scratch Rent(long count) => new((cache ??= new Cache()).Take(checked((nuint)count * sizeof(float))));

    public void Dispose() => (cache ??= new Cache()).Return(block);

    private readonly record struct Block(nint Address, nuint Bytes);

    private sealed class Cache
    {
        private readonly List<Block> free = [];

        ~Cache()
        {
            foreach (Block block in free)
            {
                NativeMemory.AlignedFree((void*)block.Address);
            }
        }

        internal Block Take(nuint bytes)
        {
            for (int i = free.Count - 1; i >= 0; i--)
            {
                Block block = free[i];
                if (block.Bytes >= bytes)
                {
                    free.RemoveAt(i);
                    return block;
                }
            }

            // All are too small: one of them makes room, so that a thread keeps few blocks.
            if (free.Count > 0)
            {
                NativeMemory.AlignedFree((void*)free[^1].Address);
                free.RemoveAt(free.Count - 1);
            }

            nuint rounded = Math.Max((bytes + 4095) & ~(nuint)4095, 4096);
            return new((nint)NativeMemory.AlignedAlloc(rounded, 64), rounded);
        }

        internal void Return(Block block) => free.Add(block);
    }
}
