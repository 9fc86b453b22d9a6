namespace ManagedTorch.Core;

/// <summary>
/// For tests: puts a border around every buffer and notices, when the buffer goes back, that an operation wrote over it.
/// </summary>
internal static unsafe class MemoryGuard
{
    /// <summary>Bytes of border before and after a buffer.</summary>
    public const int Border = 256;

    private const byte Mark = 0xA5;

    private static int damaged;

    /// <summary>True: storages made from now on have a border.</summary>
    public static bool Enabled { get; set; }

    /// <summary>How many buffers had a border that was written over.</summary>
    public static int Damaged => Volatile.Read(ref damaged);

    /// <summary>Marks both borders of a block and returns where the buffer between them begins.</summary>
    public static byte* Enclose(byte* block, long bytes)
    {
        new Span<byte>(block, Border).Fill(Mark);
        new Span<byte>(block + Border + bytes, Border).Fill(Mark);
        return block + Border;
    }

    /// <summary>Checks both borders and returns where the block begins.</summary>
    public static byte* Open(byte* buffer, long bytes)
    {
        if (new ReadOnlySpan<byte>(buffer - Border, Border).ContainsAnyExcept(Mark) ||
            new ReadOnlySpan<byte>(buffer + bytes, Border).ContainsAnyExcept(Mark))
            Interlocked.Increment(ref damaged);
        return buffer - Border;
    }
}
