namespace Notebooks.Jupyter.Wire;

/// <summary>
/// What waits to be sent to one peer. Bounded, so that a peer which does not read costs only so much memory.
/// </summary>
/// <param name="mostDroppable">Bytes above which messages that may be lost are refused.</param>
/// <param name="mostBytes">Bytes above which every message is refused.</param>
internal sealed class OutgoingQueue(long mostDroppable, long mostBytes)
{
    private readonly object gate = new();
    private readonly Queue<OutgoingItem> items = new();
    private long bytes;
    private bool completed;

    /// <summary>Adds an item at the end; false when there is no room, or the queue has ended.</summary>
    internal bool TryAdd(OutgoingItem item, bool droppable)
    {
        lock (gate)
        {
            if (completed || bytes + item.Size > (droppable ? mostDroppable : mostBytes))
            {
                return false;
            }

            bytes += item.Size;
            items.Enqueue(item);
            Monitor.Pulse(gate);
            return true;
        }
    }

    /// <summary>Whether an item that may be lost would be taken now.</summary>
    internal bool HasRoom(OutgoingItem item)
    {
        lock (gate)
        {
            return !completed && bytes + item.Size <= mostDroppable;
        }
    }

    /// <summary>Waits for the next item; null when the queue has ended and is empty.</summary>
    internal OutgoingItem? Take()
    {
        lock (gate)
        {
            while (items.Count == 0 && !completed)
            {
                Monitor.Wait(gate);
            }

            return TakeLocked();
        }
    }

    /// <summary>The next item, if there is one now.</summary>
    internal OutgoingItem? TryTake()
    {
        lock (gate)
        {
            return TakeLocked();
        }
    }

    /// <summary>Lets what waits be taken, and takes no more.</summary>
    internal void Complete()
    {
        lock (gate)
        {
            completed = true;
            Monitor.PulseAll(gate);
        }
    }

    private OutgoingItem? TakeLocked()
    {
        if (!items.TryDequeue(out var item))
        {
            return null;
        }

        bytes -= item.Size;
        return item;
    }
}
