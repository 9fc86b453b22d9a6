namespace Notebooks.Execution;

/// <summary>
/// Runs what follows a cell's awaits: on the cell's own thread while that waits for the cell's task, else on a thread
/// of its own, so that a cell which blocks on a task never blocks itself. All of it stops when the cell is cancelled.
/// </summary>
internal sealed class CellSynchronizationContext : SynchronizationContext, IDisposable
{
    private readonly object gate = new();
    private readonly Queue<(SendOrPostCallback Callback, object? State)> handedOver = new();
    private readonly CancellationToken cancel;
    private readonly CancellationTokenRegistration wake;
    private bool ownerWaits;

    internal CellSynchronizationContext(CancellationToken cancel)
    {
        this.cancel = cancel;
        wake = cancel.Register(Wake);
    }

    public override SynchronizationContext CreateCopy() => this;

    public override void Send(SendOrPostCallback callback, object? state) => callback(state);

    public override void Post(SendOrPostCallback callback, object? state)
    {
        if (cancel.IsCancellationRequested)
        {
            return;
        }

        lock (gate)
        {
            if (ownerWaits)
            {
                ownerWaits = false;
                handedOver.Enqueue((callback, state));
                Monitor.PulseAll(gate);
                return;
            }
        }

        new Thread(() => RunAside(callback, state)) { IsBackground = true, Name = "notebook continuation" }.Start();
    }

    /// <summary>Runs posted work until the task is done, and returns its result.</summary>
    internal T Pump<T>(Task<T> task)
    {
        task.ContinueWith(_ => Wake(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        while (!task.IsCompleted)
        {
            if (Next(task) is { } next)
            {
                next.Callback(next.State);
            }

            cancel.ThrowIfCancellationRequested();
        }

        return task.GetAwaiter().GetResult();
    }

    public void Dispose() => wake.Dispose();

    private (SendOrPostCallback Callback, object? State)? Next(Task task)
    {
        lock (gate)
        {
            try
            {
                ownerWaits = true;
                while (handedOver.Count == 0 && !task.IsCompleted && !cancel.IsCancellationRequested)
                {
                    Monitor.Wait(gate);
                }
            }
            finally
            {
                ownerWaits = false;
            }

            return handedOver.TryDequeue(out var next) ? next : null;
        }
    }

    private void Wake()
    {
        lock (gate)
        {
            Monitor.PulseAll(gate);
        }
    }

    private void RunAside(SendOrPostCallback callback, object? state)
    {
        SetSynchronizationContext(this);
        try
        {
            InterruptibleRun.Abortable(() => callback(state), cancel);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
        }
        catch (Exception exception)
        {
            // From an async void method, after its cell moved on: there is no caller left to tell.
            Console.Error.WriteLine(exception);
        }
    }
}
