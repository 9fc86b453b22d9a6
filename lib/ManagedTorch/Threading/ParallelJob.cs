using System.Runtime.ExceptionServices;

namespace ManagedTorch.Threading;

/// <summary>One fork-join loop: numbered chunks that any thread may claim, each exactly once.</summary>
internal sealed class ParallelJob
{
    private readonly Action<int>? body;
    private readonly RangeBody? rangeBody;
    private readonly long length;
    private readonly long grain;
    private readonly int chunks;
    private int claimed;
    private int participants;
    private ExceptionDispatchInfo? failure;

    internal ParallelJob(int chunks, Action<int> body)
    {
        this.chunks = chunks;
        this.body = body;
    }

    internal ParallelJob(int chunks, long length, long grain, RangeBody rangeBody)
    {
        this.chunks = chunks;
        this.length = length;
        this.grain = grain;
        this.rangeBody = rangeBody;
    }

    internal bool HasUnclaimedChunks => Volatile.Read(ref claimed) < chunks;

    /// <summary>True while a thread runs a chunk. Once no chunk is left to claim, false means that all work is done.</summary>
    internal bool IsRunning => Volatile.Read(ref participants) != 0;

    /// <summary>Lets no further chunk start.</summary>
    internal void Stop() => Interlocked.Exchange(ref claimed, chunks);

    /// <summary>Claims and runs chunks until none is left. A chunk that throws stops the others from starting.</summary>
    internal void RunChunks()
    {
        Interlocked.Increment(ref participants);
        try
        {
            // The read before the increment keeps late arrivals from pushing the counter towards overflow.
            while (HasUnclaimedChunks)
            {
                int chunk = Interlocked.Increment(ref claimed) - 1;
                if (chunk >= chunks)
                {
                    return;
                }

                RunChunk(chunk);
            }
        }
        catch (Exception exception)
        {
            Stop();
            Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
        }
        finally
        {
            // In a finally block, because a notebook's interrupt aborts its thread in the middle of a chunk.
            Interlocked.Decrement(ref participants);
        }
    }

    internal void ThrowIfFailed() => failure?.Throw();

    private void RunChunk(int chunk)
    {
        if (body is not null)
        {
            body(chunk);
        }
        else
        {
            long start = chunk * grain;
            rangeBody!(start, Math.Min(length, start + grain));
        }
    }
}
