namespace Notebooks.Jupyter.Kernel.Execution;

/// <summary>The cell that runs now, for those who want to interrupt it.</summary>
internal sealed class RunningCell
{
    private readonly Lock gate = new();
    private CancellationTokenSource? current;
    private bool ended;

    /// <summary>Notes that a cell begins, and gives what cancels it.</summary>
    internal CancellationTokenSource Begin()
    {
        lock (gate)
        {
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
