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
    private int finished;
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

    internal bool IsFinished => Volatile.Read(ref finished) == chunks;

    /// <summary>Claims and runs chunks until none is left. A chunk that throws stops the others from starting.</summary>
    internal void RunChunks()
    {
        // The read before the increment keeps late arrivals from pushing the counter towards overflow.
        while (HasUnclaimedChunks)
        {
            int chunk = Interlocked.Increment(ref claimed) - 1;
            if (chunk >= chunks)
            {
                return;
            }

            if (Volatile.Read(ref failure) is null)
            {
                try
                {
                    RunChunk(chunk);
                }
                catch (Exception exception)
                {
                    Interlocked.CompareExchange(ref failure, ExceptionDispatchInfo.Capture(exception), null);
                }
            }

            Interlocked.Increment(ref finished);
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
