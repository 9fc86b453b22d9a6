using System.Collections.Concurrent;

namespace Notebooks.Execution;

/// <summary>
/// The thread that all cells of a session run on, so that what is kept per thread (dispose scopes, for one) lives on
/// from cell to cell.
/// </summary>
internal sealed class CellWorker : IDisposable
{
    // Recursive code in cells should meet its own limits before the thread's.
    private const int StackBytes = 16 << 20;

    private readonly BlockingCollection<Action> jobs = [];

    internal CellWorker()
    {
        var thread = new Thread(Loop, StackBytes) { IsBackground = true, Name = "notebook cells" };
        thread.UnsafeStart();
    }

    /// <summary>Queues a job, which must not throw.</summary>
    internal void Post(Action job) => jobs.Add(job);

    /// <summary>Ends the thread after the jobs already queued.</summary>
    public void Dispose() => jobs.CompleteAdding();

    private void Loop()
    {
        foreach (var job in jobs.GetConsumingEnumerable())
        {
            job();
        }
    }
}
