namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>The cell that runs now, for those who want to interrupt it.</summary>
internal sealed class RunningCell
{
    private readonly Lock gate = new();
    private CancellationTokenSource? current;
    private byte[]? parent;
    private bool ended;

    /// <summary>Whether one runs now.</summary>
    internal bool IsRunning
    {
        get
        {
            lock (gate)
            {
                return current is not null;
            }
        }
    }

    /// <summary>Notes that a cell begins, and gives what cancels it.</summary>
    /// <param name="header">The header of the request that runs it.</param>
    internal CancellationTokenSource Begin(byte[] header)
    {
        lock (gate)
        {
            parent = header;
            current = new CancellationTokenSource();
            if (ended)
            {
                current.Cancel();
            }

            return current;
        }
    }

    /// <summary>Notes that no cell runs.</summary>
    internal void End()
    {
        lock (gate)
        {
            current = null;
        }
    }

    /// <summary>Does something quick with the header of the cell's request, if one runs, before it can end.</summary>
    internal void WhileRunning(Action<byte[]> act)
    {
        lock (gate)
        {
            if (current is not null)
            {
                act(parent!);
            }
        }
    }

    /// <summary>Interrupts the cell, if one runs.</summary>
    internal void Interrupt()
    {
        CancellationTokenSource? running;
        lock (gate)
        {
            running = current;
        }

        running?.Cancel();
    }

    /// <summary>Interrupts this cell and every later one.</summary>
    internal void InterruptForGood()
    {
        lock (gate)
        {
            ended = true;
        }

        Interrupt();
    }
}
