using System.Collections.Concurrent;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ManagedTorch.Core;

/// <summary>
/// Hands out 64-byte aligned buffers by size class and takes them back. A fresh large buffer costs page faults;
/// a training step asks for the same sizes again and again, so it gets the buffers of the step before.
/// </summary>
internal static unsafe class BufferPool
{
    private const int Alignment = 64;
    private const long CollectFloor = 256L << 20;

    // Four classes an octave: 64, 80, 96, 112, 128, 160, ... At most a fifth of a buffer is wasted.
    private static readonly Stack<nint>[] Free = CreateClasses();
    private static readonly Lock Gate = new();

    // Buffers of storages that the garbage collector found. They are taken in only when the next buffer is asked for, and no operation
    // asks for a buffer between reading a pointer and finishing its kernel: so a finaliser never frees memory that a kernel still reads.
    private static readonly ConcurrentQueue<(nint Pointer, int Class)> Found = new();

    private static long inUse;
    private static long cached;
    private static long peak;
    private static long collectAt = CollectFloor;

    /// <summary>Bytes of buffers that tensors hold.</summary>
    public static long InUse => Interlocked.Read(ref inUse);

    /// <summary>Bytes kept for the next request.</summary>
    public static long Cached => Interlocked.Read(ref cached);

    /// <summary>
    /// The most bytes that tensors may hold: the memory of the machine or of the container. Without it a request that is too large would
    /// succeed, for the system hands out pages only when they are touched, and end the process later.
    /// </summary>
    public static long Limit { get; set; } = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

    /// <summary>The largest value that <see cref="InUse"/> has had.</summary>
    public static long Peak => Interlocked.Read(ref peak);

    public static byte* Rent(long bytes, out int sizeClass)
    {
        sizeClass = ClassOf(bytes);
        var size = SizeOf(sizeClass);
        TakeFound();
        lock (Gate)
        {
            if (Free[sizeClass].Count == 0 && (inUse + size > collectAt || inUse + size > Limit))
                CollectGarbage();
            if (inUse + size > Limit)
                throw new InsufficientMemoryException();
            if (Free[sizeClass].TryPop(out var free))
            {
                cached -= size;
                Take(size);
                return (byte*)free;
            }

            // What is kept for later requests must not stand in the way of this one.
            if (inUse + cached + size > Limit)
                FreeCached();
            Take(size);
        }

        try
        {
            return (byte*)NativeMemory.AlignedAlloc((nuint)size, Alignment);
        }
        catch (OutOfMemoryException)
        {
            lock (Gate)
                inUse -= size;
            throw;
        }
    }

    public static void Return(byte* pointer, int sizeClass)
    {
        lock (Gate)
        {
            Keep((nint)pointer, sizeClass);
        }
    }

    /// <summary>Called by finalisers.</summary>
    public static void ReturnLater(byte* pointer, int sizeClass) => Found.Enqueue(((nint)pointer, sizeClass));

    /// <summary>Frees every cached buffer.</summary>
    public static void Trim()
    {
        TakeFound();
        lock (Gate)
        {
            FreeCached();
        }
    }

    internal static int ClassOf(long bytes)
    {
        if (bytes <= Alignment)
            return 0;
        var octave = BitOperations.Log2((ulong)(bytes - 1));
        var quarter = (int)(((bytes - 1) >> (octave - 2)) & 3);
        return ((octave - 6) * 4) + quarter + 1;
    }

    internal static long SizeOf(int sizeClass) => (4L + (sizeClass & 3)) << ((sizeClass >> 2) + 4);

    private static void TakeFound()
    {
        if (Found.IsEmpty)
            return;
        lock (Gate)
        {
            while (Found.TryDequeue(out var buffer))
                Keep(buffer.Pointer, buffer.Class);
        }
    }

    private static void Take(long size)
    {
        inUse += size;
        if (inUse > peak)
            peak = inUse;
    }

    private static void FreeCached()
    {
        foreach (var stack in Free)
            while (stack.TryPop(out var pointer))
                NativeMemory.AlignedFree((void*)pointer);
        cached = 0;
    }

    private static void Keep(nint pointer, int sizeClass)
    {
        var size = SizeOf(sizeClass);
        inUse -= size;
        cached += size;
        Free[sizeClass].Push(pointer);
    }

    // The collector sees small objects only and is in no hurry; much memory may hang on them. Ask it when usage has doubled.
    private static void CollectGarbage()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        while (Found.TryDequeue(out var buffer))
            Keep(buffer.Pointer, buffer.Class);
        collectAt = Math.Max(CollectFloor, inUse * 2);
    }

    private static Stack<nint>[] CreateClasses()
    {
        var classes = new Stack<nint>[(64 - 6) * 4];
        for (var i = 0; i < classes.Length; i++)
            classes[i] = new Stack<nint>();
        return classes;
    }
}
