namespace Notebooks.Jupyter.Wire;

/// <summary>A peer of a PUB socket with the topics it asked for and what it missed.</summary>
internal sealed class Subscriber(PeerConnection peer)
{
    private const int MostTopics = 1000;

    private readonly Lock gate = new();
    private readonly List<byte[]> topics = [];
    private Cut missed;

    /// <summary>Adds a topic; false when there are too many.</summary>
    internal bool Add(byte[] topic)
    {
        lock (gate)
        {
            if (topics.Count >= MostTopics)
            {
                return false;
            }

            topics.Add(topic);
            return true;
        }
    }

    /// <summary>Takes back one request for a topic.</summary>
    internal void Remove(byte[] topic)
    {
        lock (gate)
        {
            int index = topics.FindIndex(known => known.AsSpan().SequenceEqual(topic));
            if (index >= 0)
            {
                topics.RemoveAt(index);
            }
        }
    }

    internal bool Wants(byte[] topic)
    {
        lock (gate)
        {
            return topics.Exists(known => topic.AsSpan().StartsWith(known));
        }
    }

    /// <summary>Sends, or counts as missed. What was missed is told before the next message that gets through.</summary>
    internal void Send(OutgoingItem item, bool droppable, Func<Cut, byte[][]> describe)
    {
        lock (gate)
        {
            if (missed.Messages > 0 && (!droppable || peer.HasRoom(item)))
            {
                peer.Send(new OutgoingItem(describe(missed)));
                missed = default;
            }

            if (!peer.Send(item, droppable) && droppable)
            {
                missed = missed.Add(item.Size);
            }
        }
    }
}
