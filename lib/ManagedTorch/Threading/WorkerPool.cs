namespace ManagedTorch.Threading;

/// <summary>
/// A fork-join pool for loops of some microseconds. Threads claim chunks one by one, so a thread that loses its
/// processor delays its own chunk only; the caller takes part. How a loop is cut never depends on the thread count,
/// so results do not either.
/// </summary>
internal static class WorkerPool
{
    private static readonly Lock growing = new();
    private static Worker[] workers = [];
    private static int threads = Environment.ProcessorCount;
    private static ParallelJob? current;

    [ThreadStatic]
    private static bool insideJob;

    /// <summary>Number of threads that share a loop, the caller included; 1 runs everything inline.</summary>
    internal static int Threads
    {
        get => Volatile.Read(ref threads);
        set
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(value, 1);
            Volatile.Write(ref threads, value);
        }
    }

    /// <summary>
    /// Runs <paramref name="body"/> for 0 .. chunks - 1 and returns when all are done. Calls made from inside a body run
    /// inline. The first exception of a body is rethrown here.
    /// </summary>
    internal static void For(int chunks, Action<int> body)
    {
        if (chunks <= 1 || insideJob || Threads == 1)
        {
            for (int chunk = 0; chunk < chunks; chunk++)
            {
                body(chunk);
            }

            return;
        }

        Run(new ParallelJob(chunks, body), chunks);
    }

    /// <summary>
    /// Runs <paramref name="body"/> on the ceil(length / grain) pieces of [0, length); each but the last has grain elements.
    /// </summary>
    internal static void ForRange(long length, long grain, RangeBody body)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(grain, 1);
        if (length <= 0)
        {
            return;
        }

        int chunks = checked((int)((length - 1) / grain + 1));
        if (chunks == 1 || insideJob || Threads == 1)
        {
            for (long start = 0; start < length; start += grain)
            {
                body(start, Math.Min(length, start + grain));
            }

            return;
        }

        Run(new ParallelJob(chunks, length, grain, body), chunks);
    }

    /// <summary>The job that worker <paramref name="index"/> may help with, or null.</summary>
    internal static ParallelJob? JobFor(int index)
    {
        ParallelJob? job = Volatile.Read(ref current);
        return job is not null && index < Threads - 1 && job.HasUnclaimedChunks ? job : null;
    }

    /// <summary>Lets the calling thread run chunks of a job; parallel calls inside them run inline.</summary>
    internal static void Take(ParallelJob job)
    {
        insideJob = true;
        try
        {
            job.RunChunks();
        }
        finally
        {
            insideJob = false;
        }
    }

    private static void Run(ParallelJob job, int chunks)
    {
        // When two threads start a loop at once the later one gets the workers; the other is finished by its caller.
        Interlocked.Exchange(ref current, job);
        Worker[] helpers = EnsureWorkers(Threads - 1);
        int wanted = Math.Min(helpers.Length, Math.Min(chunks, Threads) - 1);
        for (int i = 0; i < wanted; i++)
        {
            helpers[i].Wake();
        }

        try
        {
            Take(job);
        }
        finally
        {
            // Also when the caller is aborted: its buffers may be given away, so no helper may still write to them.
            job.Stop();
            var wait = default(SpinWait);
            while (job.IsRunning)
            {
                wait.SpinOnce(sleep1Threshold: -1);
            }

            // A finished job must not keep its body, and so the caller's buffers, alive.
            Interlocked.CompareExchange(ref current, null, job);
        }

        job.ThrowIfFailed();
    }

    private static Worker[] EnsureWorkers(int count)
    {
        if (Volatile.Read(ref workers).Length < count)
        {
            lock (growing)
            {
                int have = workers.Length;
                if (have < count)
                {
                    Worker[] grown = new Worker[count];
                    workers.CopyTo(grown, 0);
                    for (int i = have; i < count; i++)
                    {
                        grown[i] = new Worker(i);
                    }

                    Volatile.Write(ref workers, grown);
                }
            }
        }

        return Volatile.Read(ref workers);
    }
}
