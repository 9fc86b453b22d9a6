using System.Runtime;

namespace Notebooks.Execution;

/// <summary>Runs a cell's code so that cancelling stops it wherever it is: in a loop, at an await, between calls.</summary>
internal static class InterruptibleRun
{
    /// <summary>
    /// Calls <paramref name="start"/> on this thread and waits for its task, running the code after each await here too
    /// as long as this thread is free.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    internal static T Run<T>(Func<Task<T>> start, CancellationToken cancel)
    {
        T result = default!;
        Abortable(
            () =>
            {
                // Made in here, because what registers last with a token is told first: the abort below blocks while this
                // thread waits for a task, so the wait has to end before it.
                using var context = new CellSynchronizationContext(cancel);
                var before = SynchronizationContext.Current;
                SynchronizationContext.SetSynchronizationContext(context);
                try
                {
                    result = context.Pump(start());
                }
                finally
                {
                    SynchronizationContext.SetSynchronizationContext(before);
                }
            },
            cancel);
        return result;
    }

    /// <summary>Runs code that a cancelled token aborts at the next safe point.</summary>
    internal static void Abortable(Action action, CancellationToken cancel)
    {
        if (!cancel.CanBeCanceled)
        {
            // ControlledExecution never returns for a token that cannot be cancelled.
            action();
            return;
        }

        // The obsolete mark warns of half-done work in the aborted code; who interrupts a cell asks for exactly that.
#pragma warning disable SYSLIB0046
        ControlledExecution.Run(action, cancel);
#pragma warning restore SYSLIB0046
    }
}
