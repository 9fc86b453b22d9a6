using System.Collections.Concurrent;

namespace Notebooks.Jupyter.Kernel;

/// <summary>The requests of one channel, answered in order on a thread of their own.</summary>
internal sealed class RequestQueue(string name, RequestDispatcher dispatcher)
{
    // A client that sends more than this waits, by way of TCP, until some are answered.
    private const int MostWaiting = 10_000;

    private readonly BlockingCollection<Request> waiting = new(MostWaiting);
    private Thread? thread;

    internal void Start()
    {
        thread = new Thread(AnswerAll) { IsBackground = true, Name = $"{name} requests" };
        thread.Start();
    }

    internal void Add(Request request)
    {
        try
        {
            waiting.Add(request);
        }
        catch (InvalidOperationException) when (waiting.IsAddingCompleted)
        {
            // The kernel is shutting down.
        }
    }

    /// <summary>Aborts the waiting requests of a type.</summary>
    internal void Abort(string type)
    {
        foreach (var request in waiting.Where(request => request.Type == type))
        {
            request.Abort();
        }
    }

    /// <summary>Takes no more requests and waits for the one being answered; the rest is forgotten.</summary>
    internal void Stop(TimeSpan patience)
    {
        waiting.CompleteAdding();
        while (waiting.TryTake(out _))
        {
        }

        if (thread != Thread.CurrentThread)
        {
            thread?.Join(patience);
        }
    }

    private void AnswerAll()
    {
        foreach (var request in waiting.GetConsumingEnumerable())
        {
            dispatcher.HandleAsync(request).GetAwaiter().GetResult();
        }
    }
}
