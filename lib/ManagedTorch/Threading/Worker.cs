using System.Diagnostics;

namespace ManagedTorch.Threading;

/// <summary>A background thread that helps with the current job: it spins for some microseconds, then parks.</summary>
internal sealed class Worker
{
    private const double SpinMicroseconds = 20;
    private static readonly long SpinTicks = (long)(SpinMicroseconds * 1e-6 * Stopwatch.Frequency);

    private readonly SemaphoreSlim wakeUp = new(0);
    private readonly int index;
    private int parked;

    internal Worker(int index)
    {
        this.index = index;
        new Thread(Loop) { IsBackground = true, Name = $"ManagedTorch worker {index + 1}" }.Start();
    }

    /// <summary>Wakes the thread if it is parked; does nothing when it is awake.</summary>
    internal void Wake()
    {
        if (Volatile.Read(ref parked) == 1 && Interlocked.CompareExchange(ref parked, 0, 1) == 1)
        {
            wakeUp.Release();
        }
    }

    private void Loop()
    {
        while (true)
        {
            if (WorkerPool.JobFor(index) is { } job)
            {
                WorkerPool.Take(job);
            }
            else if (!SpinUntilWork())
            {
                Park();
            }
        }
    }

    private bool SpinUntilWork()
    {
        if (Environment.ProcessorCount == 1)
        {
            return false;
        }

        long deadline = Stopwatch.GetTimestamp() + SpinTicks;
        do
        {
            if (WorkerPool.JobFor(index) is not null)
            {
                return true;
            }

            Thread.SpinWait(8);
        }
        while (Stopwatch.GetTimestamp() < deadline);
        return false;
    }

    private void Park()
    {
        // The flag is raised before the last look at the job, and the pool publishes a job before it looks at the
        // flag: with a full fence on both sides one of the two always sees the other.
        Interlocked.Exchange(ref parked, 1);
        if (WorkerPool.JobFor(index) is not null && Interlocked.CompareExchange(ref parked, 0, 1) == 1)
        {
            return;
        }

        wakeUp.Wait();
    }
}
